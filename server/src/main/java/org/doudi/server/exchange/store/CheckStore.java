package org.doudi.server.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doudi.server.exchange.CheckRequest;
import org.doudi.server.identity.Department;
import org.doudi.server.registry.ListKind;
import org.doudi.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was asked to be checked, of whom, and which lists answer that. Row-level security shows what is of one's area. */
@Repository
public class CheckStore {
    private static final String REQUEST =
            "select q.delivery, c.county, c.receiver, a.receiver_name, d.version, q.kind, q.asked_on, d.handling_due, d.handed_on,"
                    + " (select count(*) from exchange.check_person p where p.delivery = q.delivery) as people,"
                    + " (select count(*) from exchange.check_answered d where d.delivery = q.delivery) as answered"
                    + " from exchange.check_request q join exchange.delivery d on d.id = q.delivery"
                    + " join exchange.channel c on c.id = d.channel join exchange.agreement a on a.id = d.agreement ";

    private static final Pattern NUMBER = Pattern.compile("(\\d{6})-CHECK-([A-Z_]+)-(\\d{1,9})");
    private static final String ID_NUMBER = "registry.person.id_no";

    private final JdbcClient jdbc;
    private final Vault vault;

    CheckStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Puts down who lives in some households, to be asked for by a delivery; answers how many they are. */
    public int ask(long delivery, String county, ListKind kind, List<Long> households, LocalDate day) {
        jdbc.sql("insert into exchange.check_request (delivery, village, kind, asked_on) values (?, ?, ?, ?)")
                .params(delivery, county + "000000", kind.name(), day)
                .update();
        return jdbc.sql("insert into exchange.check_person (delivery, village, household, person)"
                        + " select distinct on (m.person) :delivery, h.village, h.id, m.person from registry.household h"
                        + " join registry.membership m on m.household = h.id and m.known_to is null and m.valid_from <= :day"
                        + " and (m.valid_to is null or m.valid_to > :day) join registry.person p on p.id = m.person and p.death is null"
                        + " where h.id = any(:households) order by m.person, h.id")
                .param("delivery", delivery)
                .param("day", day)
                .param("households", households.toArray(Long[]::new))
                .update();
    }

    /** What was asked, the last first. */
    public List<CheckRequest> list(int offset, int limit) {
        return jdbc.sql(REQUEST + "order by q.delivery desc offset ? limit ?")
                .params(offset, limit)
                .query((row, n) -> request(row))
                .list();
    }

    /** One of them. */
    public Optional<CheckRequest> find(long delivery) {
        return jdbc.sql(REQUEST + "where q.delivery = ?")
                .param(delivery)
                .query((row, n) -> request(row))
                .optional();
    }

    /** What was asked under a number. */
    public Optional<CheckRequest> numbered(String number) {
        Matcher parts = NUMBER.matcher(number);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return jdbc.sql(REQUEST + "where c.county = ? and c.list = 'CHECK' and c.receiver = ? and d.version = ?")
                .params(parts.group(1), parts.group(2), Integer.parseInt(parts.group(3)))
                .query((row, n) -> request(row))
                .optional();
    }

    /** Which list answers each of some deliveries; nothing for those that ask for no check. */
    public Map<Long, ListKind> kinds(List<Long> deliveries) {
        Map<Long, ListKind> found = new HashMap<>();
        jdbc.sql("select delivery, kind from exchange.check_request where delivery = any(?)")
                .param(deliveries.toArray(Long[]::new))
                .query(row -> {
                    found.put(row.getLong(1), ListKind.valueOf(row.getString(2)));
                });
        return found;
    }

    /** Somebody who is asked for, as the registry knows them. */
    public record Asked(String name, String idNumber) {
        @Override
        public String toString() {
            return "somebody who is asked for";
        }
    }

    /** Who is meant by some rows of a request, by their keys. */
    public Map<String, Asked> asked(long delivery, List<String> keys) {
        Map<String, Asked> found = new HashMap<>();
        jdbc.sql("select e.key, p.name, encode(p.id_no_enc, 'hex') from exchange.entry e"
                        + " join registry.person p on p.id = e.person where e.delivery = ? and e.key = any(?)")
                .params(delivery, keys.toArray(String[]::new))
                .query(row -> {
                    String sealed = row.getString(3);
                    found.put(
                            row.getString(1),
                            new Asked(
                                    row.getString(2),
                                    sealed == null
                                            ? ""
                                            : vault.decrypt(
                                                    ID_NUMBER, HexFormat.of().parseHex(sealed))));
                });
        return found;
    }

    /** What was asked about a household since a day, of each kind the last. */
    public List<CheckRequest> of(long household, LocalDate since) {
        return jdbc.sql(
                        "select distinct on (r.kind) r.delivery, r.county, r.receiver, r.receiver_name, r.version, r.kind,"
                                + " r.asked_on, r.handling_due, r.handed_on,"
                                + " (select count(*) from exchange.check_person p where p.delivery = r.delivery and p.household = :household)"
                                + " as people, (select count(*) from exchange.check_answered d where d.delivery = r.delivery"
                                + " and d.household = :household) as answered"
                                + " from (" + REQUEST
                                + "where q.asked_on >= :since and exists (select from exchange.check_person p"
                                + " where p.delivery = q.delivery and p.household = :household)) r order by r.kind, r.delivery desc")
                .param("household", household)
                .param("since", since)
                .query((row, n) -> request(row))
                .list();
    }

    private static CheckRequest request(ResultSet row) throws SQLException {
        String county = row.getString("county");
        Department receiver = Department.valueOf(row.getString("receiver"));
        return new CheckRequest(
                row.getLong("delivery"),
                county + "-CHECK-" + receiver + "-" + row.getInt("version"),
                county,
                receiver,
                row.getString("receiver_name"),
                ListKind.valueOf(row.getString("kind")),
                row.getObject("asked_on", LocalDate.class),
                row.getObject("handling_due", LocalDate.class),
                row.getObject("handed_on", LocalDate.class),
                row.getInt("people"),
                row.getInt("answered"));
    }

    /** Somebody who is asked for. */
    public record Line(long household, String number, String name, boolean answered) {
        @Override
        public String toString() {
            return "somebody of household " + household;
        }
    }

    /** Who is asked for, those first of whom nothing was told. */
    public List<Line> lines(long delivery, int offset, int limit) {
        return jdbc.sql("select p.household, coalesce(h.number, '') as number, coalesce(n.name, '') as name,"
                        + " a.person is not null as answered from exchange.check_person p"
                        + " left join registry.household h on h.id = p.household left join registry.person n on n.id = p.person"
                        + " left join exchange.check_answered a on a.delivery = p.delivery and a.person = p.person where p.delivery = ?"
                        + " order by a.person is not null, p.household, p.person offset ? limit ?")
                .params(delivery, offset, limit)
                .query((row, n) -> new Line(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4)))
                .list();
    }

    /**
     * A list that answers a request.
     *
     * @param bySystem whether a system handed it in
     */
    public record Answer(long listImport, LocalDate handedOn, boolean bySystem) {}

    /** The lists that answer a request, the last first. */
    public List<Answer> answers(long delivery, int most) {
        return jdbc.sql("select a.list_import, a.handed_on, exists (select from exchange.incoming i"
                        + " where i.answers = a.delivery and i.list_import = a.list_import) from exchange.check_answer a"
                        + " where a.delivery = ? order by a.list_import desc limit ?")
                .params(delivery, most)
                .query((row, n) -> new Answer(row.getLong(1), row.getObject(2, LocalDate.class), row.getBoolean(3)))
                .list();
    }

    /** Notes that a list answers a request; again, it changes nothing. */
    public void answer(long delivery, String county, long listImport, LocalDate day, long officer) {
        jdbc.sql("insert into exchange.check_answer (delivery, village, list_import, handed_on, handed_by)"
                        + " values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(delivery, county + "000000", listImport, day, officer)
                .update();
    }
}
