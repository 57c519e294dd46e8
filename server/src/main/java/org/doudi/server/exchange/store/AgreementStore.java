package org.doudi.server.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.doudi.server.exchange.Agreement;
import org.doudi.server.exchange.Agreement.Channel;
import org.doudi.server.exchange.Agreement.State;
import org.doudi.server.exchange.Agreement.Terms;
import org.doudi.server.exchange.SharedField;
import org.doudi.server.exchange.SharedList;
import org.doudi.server.exchange.container.VerifyingKey;
import org.doudi.server.identity.Department;
import org.doudi.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The channels, and what is agreed for each. */
@Repository
public class AgreementStore {
    private static final String SECRET = "exchange.channel.secret";
    private static final String AGREEMENT =
            "select a.id, c.county, c.list, c.receiver, a.receiver_name, a.purpose, a.basis,"
                    + " array_to_string(a.fields, ',') as fields, a.receiver_key, a.valid_from, a.valid_to, a.receipt_days,"
                    + " a.handling_days, a.state, a.proposed_by, a.decided_by from exchange.agreement a"
                    + " join exchange.channel c on c.id = a.channel ";

    private final JdbcClient jdbc;
    private final Vault vault;

    AgreementStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * A channel.
     *
     * @param secret the key of its rows' keys, hexadecimal
     */
    public record Kept(long id, String secret) {}

    /** Makes a channel with that secret if there is none yet. */
    public void open(Channel channel, String secret) {
        jdbc.sql("insert into exchange.channel (county, list, receiver, secret_enc) values (?, ?, ?, ?)"
                        + " on conflict (county, list, receiver) do nothing")
                .params(
                        channel.county(),
                        channel.list().name(),
                        channel.receiver().name(),
                        vault.encrypt(SECRET, secret))
                .update();
    }

    /** A channel in which nobody else makes a delivery until the transaction ends. */
    public Optional<Kept> lock(Channel channel) {
        return jdbc.sql("select id, secret_enc from exchange.channel where county = ? and list = ? and receiver = ?"
                        + " for update")
                .params(
                        channel.county(),
                        channel.list().name(),
                        channel.receiver().name())
                .query((row, n) -> new Kept(row.getLong(1), vault.decrypt(SECRET, row.getBytes(2))))
                .optional();
    }

    /** Adds a proposal; nothing if the channel has one. */
    public Optional<Long> propose(Channel channel, Terms terms, long officer, LocalDate day) {
        return jdbc.sql("insert into exchange.agreement (channel, receiver_name, purpose, basis, fields, receiver_key,"
                        + " valid_from, valid_to, receipt_days, handling_days, state, proposed_by, proposed_on)"
                        + " select id, ?, ?, ?, string_to_array(?, ','), ?, ?, ?, ?, ?, 'PROPOSED', ?, ? from exchange.channel"
                        + " where county = ? and list = ? and receiver = ?"
                        + " on conflict (channel) where state = 'PROPOSED' do nothing returning id")
                .params(
                        terms.receiverName(),
                        terms.purpose(),
                        terms.basis(),
                        terms.columns().stream().map(Enum::name).collect(Collectors.joining(",")),
                        terms.receiverKey().encoded(),
                        terms.from(),
                        terms.until(),
                        terms.receiptDays(),
                        terms.handlingDays(),
                        officer,
                        day,
                        channel.county(),
                        channel.list().name(),
                        channel.receiver().name())
                .query(Long.class)
                .optional();
    }

    /** A proposal that nobody else decides on until the transaction ends. */
    public Optional<Agreement> lock(long id) {
        return jdbc.sql(AGREEMENT + "where a.id = ? for update of a")
                .param(id)
                .query(AgreementStore::agreement)
                .optional();
    }

    /** An agreement. */
    public Optional<Agreement> find(long id) {
        return jdbc.sql(AGREEMENT + "where a.id = ?")
                .param(id)
                .query(AgreementStore::agreement)
                .optional();
    }

    /** The agreement that a channel has, which may have expired. */
    public Optional<Agreement> inForce(Channel channel) {
        return jdbc.sql(AGREEMENT + "where c.county = ? and c.list = ? and c.receiver = ? and a.state = 'IN_FORCE'")
                .params(
                        channel.county(),
                        channel.list().name(),
                        channel.receiver().name())
                .query(AgreementStore::agreement)
                .optional();
    }

    /** The agreements of an area that a department gives or takes by, the newest first. */
    public List<Agreement> of(String area, Department department, int offset, int limit) {
        return jdbc.sql(
                        AGREEMENT + "where c.county like :area || '%' and (c.receiver = :department"
                                + " or c.list = any (string_to_array(:lists, ','))) order by a.id desc offset :offset limit :limit")
                .param("area", area)
                .param("department", department.name())
                .param("lists", kept(department))
                .param("offset", offset)
                .param("limit", limit)
                .query(AgreementStore::agreement)
                .list();
    }

    /** Decides on a proposal; one that comes into force takes the place of the one before. */
    public void decide(Agreement agreement, State state, long officer, LocalDate day) {
        if (state == State.IN_FORCE) {
            jdbc.sql("update exchange.agreement set state = 'REPLACED' where state = 'IN_FORCE' and channel ="
                            + " (select channel from exchange.agreement where id = ?)")
                    .param(agreement.id())
                    .update();
        }
        jdbc.sql("update exchange.agreement set state = ?, decided_by = ?, decided_on = ? where id = ?")
                .params(state.name(), officer, day, agreement.id())
                .update();
    }

    private static Agreement agreement(ResultSet row, int number) throws SQLException {
        return new Agreement(
                row.getLong("id"),
                channel(row),
                new Terms(
                        row.getString("receiver_name"),
                        row.getString("purpose"),
                        row.getString("basis"),
                        Set.copyOf(fields(row.getString("fields"))),
                        VerifyingKey.decoded(row.getString("receiver_key")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getInt("receipt_days"),
                        row.getInt("handling_days")),
                State.valueOf(row.getString("state")),
                row.getLong("proposed_by"),
                row.getObject("decided_by", Long.class));
    }

    /** The lists that a department keeps, with a comma between. */
    static String kept(Department department) {
        return Arrays.stream(SharedList.values())
                .filter(l -> l.sender() == department)
                .map(Enum::name)
                .collect(Collectors.joining(","));
    }

    static List<SharedField> fields(String names) {
        return Arrays.stream(names.split(",", -1))
                .map(SharedField::valueOf)
                .sorted()
                .toList();
    }

    static Channel channel(ResultSet row) throws SQLException {
        return new Channel(
                row.getString("county"),
                SharedList.valueOf(row.getString("list")),
                Department.valueOf(row.getString("receiver")));
    }
}
