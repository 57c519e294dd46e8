package org.doudi.server.exchange.store;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doudi.server.exchange.IncomingLists.Taken;
import org.doudi.server.exchange.IncomingLists.Upload;
import org.doudi.server.exchange.SharedList;
import org.doudi.server.exchange.container.SignedHead;
import org.doudi.server.exchange.container.VerifyingKey;
import org.doudi.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files that systems hand in, in parts until they are whole, and what was taken. */
@Repository
public class IncomingStore {
    private static final String PART = "exchange.upload_part.content";

    private final JdbcClient jdbc;
    private final Vault vault;

    IncomingStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** The key by which the system of an account signs. */
    public Optional<VerifyingKey> senderKey(long account) {
        return jdbc.sql("select verifying_key from exchange.sender where account = ?")
                .param(account)
                .query((row, n) -> VerifyingKey.decoded(row.getString(1)))
                .optional();
    }

    /** Notes that key. */
    public void sender(long account, VerifyingKey key) {
        jdbc.sql("insert into exchange.sender (account, verifying_key) values (?, ?)"
                        + " on conflict (account) do update set verifying_key = excluded.verifying_key, since = now()")
                .params(account, key.encoded())
                .update();
    }

    /** Begins a file, or goes on with it. */
    public long open(String county, long account, SharedList list, long bytes, String hash) {
        jdbc.sql("delete from exchange.upload where made_at < now() - interval '7 days'")
                .update();
        return jdbc.sql("insert into exchange.upload (village, account, list, bytes, hash) values (?, ?, ?, ?, ?)"
                        + " on conflict (account, list, hash) do update set made_at = now() returning id")
                .params(county + "000000", account, list.name(), bytes, hash)
                .query(Long.class)
                .single();
    }

    /** A file of an account that is under way; nobody else ends it until the transaction does. */
    public Optional<Upload> lock(long id, long account) {
        return jdbc.sql("select id, list, bytes, hash from exchange.upload where id = ? and account = ? for update")
                .params(id, account)
                .query((row, n) -> new Upload(
                        row.getLong("id"),
                        SharedList.valueOf(row.getString("list")),
                        row.getLong("bytes"),
                        row.getString("hash"),
                        parts(id)))
                .optional();
    }

    private List<Integer> parts(long id) {
        return jdbc.sql("select nth from exchange.upload_part where upload = ? order by nth")
                .param(id)
                .query(Integer.class)
                .list();
    }

    /** Keeps a part; where it belongs is encrypted with it. */
    public void part(long upload, String county, int nth, byte[] content) {
        jdbc.sql("insert into exchange.upload_part (upload, nth, village, content) values (?, ?, ?, ?)"
                        + " on conflict (upload, nth) do nothing")
                .params(upload, nth, county + "000000", vault.encryptPart(PART, upload, nth, content))
                .update();
    }

    /** The bytes of a file, each part fetched when it is needed. */
    @SuppressWarnings("JdkObsolete") // a SequenceInputStream asks for an Enumeration
    public InputStream bytes(Upload upload) {
        Iterator<Integer> parts = upload.parts().iterator();
        return new SequenceInputStream(new Enumeration<InputStream>() {
            @Override
            public boolean hasMoreElements() {
                return parts.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(part(upload.id(), parts.next()));
            }
        });
    }

    private byte[] part(long upload, int nth) {
        return jdbc.sql("select content from exchange.upload_part where upload = ? and nth = ?")
                .params(upload, nth)
                .query((row, n) -> vault.decryptPart(PART, upload, nth, row.getBytes(1)))
                .single();
    }

    /** Forgets a file that was taken. */
    public void forget(long upload) {
        jdbc.sql("delete from exchange.upload where id = ?").param(upload).update();
    }

    private static final String TAKEN =
            "select id, list, version, header, hash, answers, list_import, taken_on, receipts from exchange.incoming ";

    private JdbcClient.MappedQuerySpec<Taken> taken(JdbcClient.StatementSpec sql) {
        return sql.query((row, n) -> new Taken(
                row.getLong("id"),
                SharedList.valueOf(row.getString("list")),
                row.getInt("version"),
                new SignedHead(SignedHead.Kind.DELIVERY, row.getString("header"), ""),
                row.getString("hash"),
                row.getObject("answers", Long.class),
                row.getLong("list_import"),
                row.getObject("taken_on", LocalDate.class),
                row.getInt("receipts")));
    }

    /** Lets one list of a county be taken after the other. */
    public void lock(String county, SharedList list) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 652))")
                .param(county + list)
                .query((row, n) -> 0)
                .single();
    }

    /** The last list that was taken; of answers, the last to that request. */
    public Optional<Taken> last(String county, SharedList list, Optional<Long> answers) {
        return taken(jdbc.sql(
                                TAKEN
                                        + "where county = ? and list = ? and coalesce(answers, 0) = ? order by version desc limit 1")
                        .params(county, list.name(), answers.orElse(0L)))
                .optional();
    }

    /** The list that was taken from an upload of an account. */
    public Optional<Taken> takenFrom(long upload, long account) {
        return taken(jdbc.sql(TAKEN + "where account = ? and upload = ?").params(account, upload))
                .optional();
    }

    /** A list that was taken, which nobody else answers until the transaction ends. */
    public Optional<Taken> find(long id) {
        return taken(jdbc.sql(TAKEN + "where id = ? for update").param(id)).optional();
    }

    /** A file that is taken, from whom, and what it says of itself. */
    public record Fresh(Upload upload, long account, int version, SignedHead head) {}

    /** Notes a list that was taken. */
    public long keep(Fresh fresh, String county, Optional<Long> answers, long listImport, LocalDate day) {
        return jdbc.sql("insert into exchange.incoming (village, county, list, account, version, header, hash, answers,"
                        + " list_import, taken_on, upload) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id")
                .params(Arrays.asList(
                        county + "000000",
                        county,
                        fresh.upload().list().name(),
                        fresh.account(),
                        fresh.version(),
                        fresh.head().header(),
                        fresh.head().hash(),
                        answers.orElse(null),
                        listImport,
                        day,
                        fresh.upload().id()))
                .query(Long.class)
                .single();
    }

    /** Of which rows the sender was told. */
    public Set<String> told(long incoming) {
        return jdbc
                .sql("select key from exchange.told where incoming = ?")
                .param(incoming)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Notes of which rows the sender is told by a receipt. */
    public void tell(long incoming, String county, int receipt, List<String> keys) {
        jdbc.sql("insert into exchange.told (incoming, key, village, receipt)"
                        + " select ?, k, ?, ? from unnest(string_to_array(?, ',')) k where k <> ''")
                .params(incoming, county + "000000", receipt, String.join(",", keys))
                .update();
        jdbc.sql("update exchange.incoming set receipts = ? where id = ?")
                .params(receipt, incoming)
                .update();
    }
}
