package org.doudi.server.quality.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.doudi.server.identity.Role;
import org.doudi.server.quality.Catalogue;
import org.doudi.server.quality.FindingQuery;
import org.doudi.server.quality.FindingState;
import org.doudi.server.quality.FindingView;
import org.doudi.server.quality.Rule;
import org.doudi.server.quality.Scores;
import org.doudi.server.registry.InPlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the rules find. Row-level security shows what lies in one's area. */
@Repository
public class FindingStore {
    private static final int AT_ONCE = 1000;
    private static final int MOST_OF_A_FILE = 200_000;
    private static final String FINDINGS = """
            select f.id, f.village, f.household, h.number, head.name as head, p.name as person_name, f.rule, f.detail, f.state,
                f.opened_on, f.closed_on, a.name as marker, f.words, f.version
            from %s f join registry.household h on h.id = f.household
            left join registry.person head on head.id = h.head left join registry.person p on p.id = f.person
            left join identity.account a on a.id = f.marked_by
            """;
    private static final String FINDING = FINDINGS.formatted("quality.finding");
    private static final String ORDER = " order by f.opened_on desc, f.id ";
    /** Ends what is found no longer, follows what changed, opens what is new. A figure that changed makes a false alarm a question again. */
    private static final String MERGE = """
            closed as (
                update quality.finding q set state = 'CLOSED', closed_on = cast(current_setting('doudi.looked_on') as date), version = version + 1
                where q.household = any (array(select unnest(cast(current_setting('doudi.looked_at') as bigint[])))) and q.state <> 'CLOSED'
                    and not exists (select from found f
                        where f.household = q.household and f.rule = q.rule and coalesce(f.person, 0) = coalesce(q.person, 0))
            ),
            followed as (
                update quality.finding q set village = h.village, detail = f.detail, version = q.version + 1,
                    state = case when q.detail = f.detail then q.state else 'OPEN' end
                from found f join house h on h.household = f.household
                where q.household = f.household and q.rule = f.rule and coalesce(q.person, 0) = coalesce(f.person, 0)
                    and q.state <> 'CLOSED' and (q.village <> h.village or q.detail <> f.detail)
            )
            insert into quality.finding (village, household, person, rule, detail, state, opened_on)
            select h.village, f.household, f.person, f.rule, f.detail, 'OPEN', h.day
            from found f join house h on h.household = f.household
            on conflict (household, rule, (coalesce(person, 0))) where state <> 'CLOSED' do nothing
            """;

    private final JdbcClient jdbc;

    FindingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Asks all rules about households, in one statement. What they look at lies in tables for the time of the transaction: of these PostgreSQL
     * knows how long they are, of parts of one long query it does not and joins them row by row.
     */
    public void look(Catalogue catalogue, List<Long> households, LocalDate day) {
        jdbc.sql("select set_config('doudi.looked_on', ?, true), set_config('doudi.looked_at', ?, true)")
                .params(
                        day.toString(),
                        households.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
                .query((row, n) -> row.getString(1))
                .single();
        for (Catalogue.Table table : catalogue.tables()) {
            jdbc.sql("create temporary table " + table.name() + " as " + table.query())
                    .update();
        }
        jdbc.sql("with found as materialized (\n" + catalogue.findings() + "\n),\n" + MERGE)
                .update();
        for (Catalogue.Table table : catalogue.tables()) {
            jdbc.sql("drop table " + table.name()).update();
        }
    }

    /** A page of findings. */
    public List<FindingView> list(FindingQuery query, Catalogue catalogue, Role role, int offset, int limit) {
        return asked(query, catalogue, role, ORDER + "offset " + offset + " limit " + limit)
                .query((row, n) -> view(row, catalogue))
                .list();
    }

    /** All findings of a query. */
    public void each(FindingQuery query, Catalogue catalogue, Role role, Consumer<FindingView> to) {
        asked(query, catalogue, role, ORDER + "limit " + MOST_OF_A_FILE)
                .withFetchSize(AT_ONCE)
                .query(row -> {
                    to.accept(view(row, catalogue));
                });
    }

    private JdbcClient.StatementSpec asked(FindingQuery query, Catalogue catalogue, Role role, String end) {
        List<String> rules = query.rule() != null
                ? List.of(query.rule().id())
                : catalogue.rules().stream()
                        .filter(rule -> query.tab() != FindingQuery.Tab.MINE || rule.owner() == role)
                        .map(Rule::id)
                        .toList();
        InPlace place = InPlace.of(query.place());
        FindingState state = query.tab() == FindingQuery.Tab.MINE
                ? FindingState.OPEN
                : FindingState.valueOf(query.tab().name());
        // the page is cut before the households and people are asked for
        String rows = "(select * from quality.finding f where" + place.where("f")
                + "and f.state = :state and f.rule = any (cast(:rules as text[]))" + end + ")";
        return place.bind(jdbc.sql(FINDINGS.formatted(rows) + ORDER))
                .param("state", state.name())
                .param("rules", "{" + String.join(",", rules) + "}");
    }

    /** A finding in one's area. */
    public Optional<FindingView> find(long id, Catalogue catalogue) {
        return jdbc.sql(FINDING + "where f.id = ?")
                .param(id)
                .query((row, n) -> view(row, catalogue))
                .optional();
    }

    /** What is to be mended in a household. */
    public List<FindingView> of(long household, Catalogue catalogue) {
        return jdbc.sql(FINDING + "where f.household = ? and f.state = 'OPEN' order by f.rule, f.id")
                .param(household)
                .query((row, n) -> view(row, catalogue))
                .list();
    }

    /** Lets nobody else move a finding until the transaction ends. */
    public void lock(long id) {
        jdbc.sql("select id from quality.finding where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
    }

    /** A person said that the rule is wrong here. */
    public void mark(long id, long officer, LocalDate day, String words) {
        jdbc.sql("update quality.finding set state = 'FALSE_ALARM', marked_by = ?, marked_on = ?, words = ?,"
                        + " version = version + 1 where id = ?")
                .params(officer, day, words, id)
                .update();
    }

    /** It was not wrong after all. */
    public void reopen(long id) {
        jdbc.sql("update quality.finding set state = 'OPEN', marked_by = null, marked_on = null, words = null,"
                        + " version = version + 1 where id = ?")
                .param(id)
                .update();
    }

    /** Figures by the divisions of so many digits. */
    public List<Scores.Place> scores(int digits, LocalDate day) {
        return jdbc.sql("select place, households, touched, standing, alarms, closed from quality.score(?, ?)"
                        + " order by place")
                .params(digits, day)
                .query((row, n) -> new Scores.Place(
                        row.getString("place"),
                        row.getLong("households"),
                        row.getLong("touched"),
                        row.getLong("standing"),
                        row.getLong("alarms"),
                        row.getLong("closed")))
                .list();
    }

    /** How many stood at the end of each of the last weeks. */
    public List<Scores.Week> trend(LocalDate day) {
        return jdbc.sql("select week, standing from quality.trend(?) order by week")
                .param(day)
                .query((row, n) -> new Scores.Week(row.getObject("week", LocalDate.class), row.getLong("standing")))
                .list();
    }

    /** How each rule fares. */
    public List<Scores.OfRule> byRule(String place) {
        return jdbc.sql("select rule, standing, alarms, closed from quality.rules(?) order by rule")
                .param(place)
                .query((row, n) -> new Scores.OfRule(
                        row.getString("rule"), row.getLong("standing"), row.getLong("alarms"), row.getLong("closed")))
                .list();
    }

    private static FindingView view(ResultSet row, Catalogue catalogue) throws SQLException {
        String id = row.getString("rule");
        return new FindingView(
                row.getLong("id"),
                row.getString("village"),
                row.getLong("household"),
                row.getString("number"),
                row.getString("head"),
                row.getString("person_name"),
                catalogue.rule(id).orElseThrow(() -> new IllegalStateException("no rule " + id)),
                row.getString("detail"),
                FindingState.valueOf(row.getString("state")),
                row.getObject("opened_on", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                row.getString("marker"),
                row.getString("words"),
                row.getInt("version"));
    }
}
