package org.doudi.server.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.doudi.server.exchange.SharedList;
import org.doudi.server.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of a list as the rolls have them on a day, put together in one statement and read one after the other. */
@Repository
public class SharedListStore {
    private static final int AT_ONCE = 1000;
    private static final String ID_NUMBER = "registry.person.id_no";
    private static final String TRUE_AND_KNOWN =
            " known_to is null and valid_from <= :day and (valid_to is null or valid_to > :day)";
    private static final String ON_ROLL =
            "with on_roll as (select household, person, roll, content, valid_from from registry.roll_entry where"
                    + TRUE_AND_KNOWN + "),"
                    + " belongs as (select household, person from registry.membership where" + TRUE_AND_KNOWN + "),";
    private static final String ROWS =
            " select l.household, l.person, h.village, h.number, p.name, encode(p.id_no_enc, 'hex') as id_no_enc, p.id_no_masked,"
                    + " (select count(*) from belongs b where b.household = l.household) as members, l.since,"
                    + " l.content ->> 'monthlyYuan' as monthly, l.content ->> 'liftedOn' as lifted_on, l.content ->> 'cause' as cause,"
                    + " l.content ->> 'throughProgramme' as through, l.content ->> 'category' as category,"
                    + " l.content ->> 'level' as level, l.rolls, e.digest"
                    + " from listed l join registry.household h on h.id = l.household"
                    + " left join registry.person p on p.id = coalesce(l.person, h.head)"
                    + " left join exchange.entry e on e.delivery = :last and e.household = l.household"
                    + " and coalesce(e.person, 0) = coalesce(l.person, 0) and e.change <> 'GONE'"
                    + " order by l.household, l.person";

    private final JdbcClient jdbc;
    private final Vault vault;

    SharedListStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * A row with all that it could say.
     *
     * @param before the digest of the row in the delivery before, null where it was not in it
     */
    public record Row(
            long household,
            @Nullable Long person,
            String village,
            String number,
            String name,
            @Nullable String encryptedIdNumber,
            String maskedIdNumber,
            int members,
            String since,
            String monthly,
            String cause,
            String liftedOn,
            String throughProgramme,
            String category,
            String level,
            String rolls,
            @Nullable String before) {}

    private static String listed(SharedList list) {
        return switch (list) {
            case DIBAO -> simple("'DIBAO'", "content ->> 'since'", "");
            case TEKUN -> simple("'TEKUN'", "valid_from::text", "");
            case REGISTER -> simple("'REGISTER'", "null", " and content ->> 'state' = 'POOR'");
            case LIFTED ->
                simple(
                        "'REGISTER'",
                        "null",
                        " and content ->> 'state' = 'LIFTED' and exists (select from on_roll d where d.roll = 'DIBAO'"
                                + " and d.household = on_roll.household)");
            case CHECK ->
                " listed as (select a.household, a.person, null as since, '{}'::jsonb as content, '' as rolls"
                        + " from exchange.check_person a join belongs b on b.household = a.household and b.person = a.person"
                        + " where a.delivery = :now)";
            case DISABLED ->
                " listed as (select b.household, b.person, null as since,"
                        + " coalesce(f.content -> 'disability', '{}') || coalesce(c.content, '{}') as content,"
                        + " string_agg(distinct o.roll, '+') as rolls"
                        + " from on_roll o join belongs b on b.household = o.household"
                        + " left join registry.fact f on f.household = b.household and f.person = b.person and f.kind = 'MEMBER'"
                        + " and f.known_to is null and f.valid_from <= :day and (f.valid_to is null or f.valid_to > :day)"
                        + " and jsonb_typeof(f.content -> 'disability') = 'object'"
                        + " left join on_roll c on c.person = b.person and c.roll = 'DISABILITY'"
                        + " where (o.roll = 'DIBAO' or o.roll = 'REGISTER' and o.content ->> 'state' = 'POOR')"
                        + " and (c.person is not null or f.person is not null)"
                        + " group by b.household, b.person, f.content, c.content)";
        };
    }

    private static String simple(String roll, String since, String more) {
        return " listed as (select household, person, " + since
                + " as since, content, '' as rolls from on_roll where roll = " + roll + more + ")";
    }

    /** The delivery before, 0 for none, and the one that is made. */
    public record Between(long last, long now) {}

    /** The rows on a day, each beside its digest in the last delivery. */
    public void each(SharedList list, LocalDate day, Between between, Consumer<Row> to) {
        jdbc.sql(ON_ROLL + listed(list) + ROWS)
                .withFetchSize(AT_ONCE)
                .param("day", day)
                .param("last", between.last())
                .param("now", between.now())
                .query(row -> {
                    to.accept(row(row));
                });
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("household"),
                row.getObject("person", Long.class),
                row.getString("village"),
                row.getString("number"),
                text(row, "name"),
                row.getString("id_no_enc"),
                text(row, "id_no_masked"),
                row.getInt("members"),
                text(row, "since"),
                text(row, "monthly"),
                text(row, "cause"),
                text(row, "lifted_on"),
                text(row, "through"),
                text(row, "category"),
                text(row, "level"),
                text(row, "rolls"),
                row.getString("digest"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    /** The id number of a row in clear, for a list that may have it. */
    public String idNumber(Row row) {
        String encrypted = row.encryptedIdNumber();
        return encrypted == null ? "" : vault.decrypt(ID_NUMBER, HexFormat.of().parseHex(encrypted));
    }

    /** A row that was in the last delivery and is not in this one. */
    public record Gone(
            String key,
            String village,
            long household,
            @Nullable Long person,
            String digest) {}

    /** The rows that left the list. */
    public List<Gone> gone(long last, long now, String after, int limit) {
        return jdbc.sql("select e.key, e.village, e.household, e.person, e.digest from exchange.entry e"
                        + " where e.delivery = :last and e.change <> 'GONE' and e.key > :after and not exists (select from exchange.entry n"
                        + " where n.delivery = :now and n.key = e.key) order by e.key limit :limit")
                .param("last", last)
                .param("now", now)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new Gone(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getObject(4, Long.class),
                        row.getString(5)))
                .list();
    }
}
