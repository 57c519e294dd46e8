package org.doudi.server.benefits.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.doudi.server.benefits.Run;
import org.doudi.server.benefits.files.FileHead;
import org.doudi.server.benefits.files.Payer;
import org.doudi.server.benefits.files.Payment;
import org.doudi.server.benefits.files.SealedFile;
import org.doudi.server.vault.UnreadableException;
import org.doudi.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands in the bank files. */
@Repository
public class PaymentStore {
    private static final int AT_ONCE = 2000;

    private static final String PART_CONTEXT = "benefits.run_file_part.content";

    private final JdbcClient jdbc;
    private final Vault vault;

    PaymentStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** How many transfers a run has, and what they add up to. */
    public record Sum(long transfers, long fen) {}

    /** What the transfers of a run add up to. */
    public Sum sum(long run) {
        return jdbc.sql("select count(*), coalesce(sum(fen), 0)::bigint from benefits.transfer where run = ?")
                .param(run)
                .query((row, n) -> new Sum(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** The transfers of a run in the order of the file, one after the other, each number decrypted as it passes. */
    public void each(long run, Consumer<Payment> to) {
        jdbc.sql("select t.reference, t.fen, a.holder, a.bank, a.number_enc from benefits.transfer t"
                        + " join benefits.bank_account a on a.id = t.account where t.run = ? order by t.id")
                .withFetchSize(AT_ONCE)
                .param(run)
                .query(row -> {
                    to.accept(new Payment(
                            row.getString("reference"),
                            row.getLong("fen"),
                            row.getString("holder"),
                            row.getString("bank"),
                            vault.decrypt(StoredBankAccounts.CONTEXT, row.getBytes("number_enc"))));
                });
    }

    /** What is set aside for a run. */
    public long blocked(long run) {
        return jdbc.sql("select coalesce(sum(p.fen), 0)::bigint from benefits.posting p"
                        + " join benefits.journal j on j.id = p.journal where j.run = ? and p.account = 'BLOCKED'")
                .param(run)
                .query(Long.class)
                .single();
    }

    /** Keeps a part of the file of a run; where it belongs is encrypted with it. */
    public void part(Run run, int nth, byte[] part) {
        jdbc.sql("insert into benefits.run_file_part (run, nth, village, content) values (?, ?, ?, ?)")
                .params(run.id(), nth, run.county() + "000000", vault.encryptPart(PART_CONTEXT, run.id(), nth, part))
                .update();
    }

    /** How many parts the file of a run has. */
    public int parts(Run run) {
        return jdbc.sql("select parts from benefits.run_file where run = ?")
                .param(run.id())
                .query(Integer.class)
                .single();
    }

    /**
     * A part of the file of a run.
     *
     * @throws UnreadableException if it is gone, or is not the one that was kept there
     */
    public byte[] part(Run run, int nth) {
        return jdbc.sql("select content from benefits.run_file_part where run = ? and nth = ?")
                .params(run.id(), nth)
                .query((row, n) -> vault.decryptPart(PART_CONTEXT, run.id(), nth, row.getBytes(1)))
                .optional()
                .orElseThrow(() -> new UnreadableException("part " + nth + " is gone"));
    }

    /** Keeps what the file of a run was made from, how many parts it has, and its hash. */
    public void keep(Run run, SealedFile file, int parts) {
        FileHead head = file.head();
        jdbc.sql("insert into benefits.run_file (run, village, message, bank, layout, payer, payer_bank, payer_account,"
                        + " made_at, transfers, fen, hash, parts) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        run.id(),
                        run.county() + "000000",
                        head.message(),
                        file.bank(),
                        file.layout(),
                        head.payer().name(),
                        head.payer().bank(),
                        head.payer().account(),
                        head.madeAt().atOffset(ZoneOffset.UTC),
                        head.transfers(),
                        head.fen(),
                        file.hash(),
                        parts))
                .update();
    }

    /** The file of a run, if it was let go. */
    public Optional<SealedFile> file(Run run) {
        return jdbc.sql("select message, bank, layout, payer, payer_bank, payer_account, made_at, transfers, fen, hash"
                        + " from benefits.run_file where run = ?")
                .param(run.id())
                .query((row, n) -> new SealedFile(
                        new FileHead(
                                row.getString("message"),
                                run.dueOn(),
                                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                                new Payer(
                                        row.getString("payer"),
                                        row.getString("payer_bank"),
                                        row.getString("payer_account")),
                                row.getLong("transfers"),
                                row.getLong("fen")),
                        row.getString("bank"),
                        row.getString("layout"),
                        row.getString("hash")))
                .optional();
    }
}
