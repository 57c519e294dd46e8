package org.doudi.server.matching.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.doudi.server.matching.Basis;
import org.doudi.server.matching.NewPair;
import org.doudi.server.matching.PairKind;
import org.doudi.server.matching.PairQuery;
import org.doudi.server.matching.PairState;
import org.doudi.server.matching.PairView;
import org.doudi.server.matching.PairView.Step;
import org.doudi.server.registry.InPlace;
import org.doudi.server.registry.ListKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The doubtful pairs. Row-level security shows those of one's area and office. */
@Repository
public class PairStore {
    private static final String UNDECIDED = "x.state in ('OPEN', 'PROPOSED')";
    /** Of rows that say the same month by month one waits for people; it decides the others. */
    private static final String WAITING =
            UNDECIDED + " and not exists (select from matching.pair y where y.id = x.like_pair and y.state = 'OPEN')";

    /** How many pairs of the people whom a row may mean are asked what was said of them. */
    private static final int LOOKED_BACK = 50;
    /** A pair whose person is seen no more is not in the lists. */
    private static final String SEEN = " and " + PairRows.NAME + " is not null ";

    private final JdbcClient jdbc;

    PairStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps a pair; one that is known already stays as it is.
     *
     * @return its id; 0 if it was known
     */
    public long add(NewPair pair, Instant now) {
        NewPair.Row of = pair.of();
        NewPair.Entry other = pair.other();
        return jdbc.sql(
                        "insert into matching.pair (kind, village, village_other, department, list, import, file_name, sender, row, line,"
                                + " person, other, weight, probability, tier, evidence, shown, state, found_at) values (:kind, :village,"
                                + " cast(:villageOther as text), cast(:department as text), cast(:list as text), cast(:import as bigint),"
                                + " cast(:file as text), cast(:sender as text), cast(:row as bigint), cast(:line as integer), :person,"
                                + " cast(:other as bigint), :weight, :probability, :tier, cast(:evidence as jsonb), cast(:shown as jsonb), :state, :now)"
                                + " on conflict do nothing returning id")
                .param("kind", pair.kind().name())
                .param("village", pair.person().village())
                .param("villageOther", other == null ? null : other.village())
                .param(
                        "department",
                        of == null ? null : of.listImport().list().department().name())
                .param("list", of == null ? null : of.listImport().list().name())
                .param("import", of == null ? null : of.listImport().id())
                .param("file", of == null ? null : of.listImport().fileName())
                .param("sender", of == null ? null : of.listImport().officer())
                .param("row", of == null ? null : of.row())
                .param("line", of == null ? null : of.line())
                .param("person", pair.person().person())
                .param("other", other == null ? null : other.person())
                .param("weight", pair.found().weight())
                .param("probability", pair.found().probability())
                .param("tier", pair.found().tier().name())
                .param("evidence", PairRows.json(pair.found().evidence()))
                .param("shown", PairRows.json(pair.shown()))
                .param("state", pair.state().name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** A page of pairs, the oldest first; of those decided the last first. */
    public List<PairView> list(PairQuery query, int offset, int limit) {
        String which = switch (query.tab()) {
            case WAITING -> WAITING;
            case DECIDED -> "x.state not in ('OPEN', 'PROPOSED', 'SURE')";
            case SURE -> "x.state = 'SURE'";
        };
        String order = switch (query.tab()) {
            case WAITING -> " order by x.id";
            case DECIDED -> " order by x.decided_at desc nulls last, x.id desc";
            case SURE -> " order by x.id desc";
        };
        // the page is cut before the names are asked for, which each cost a look into the registry
        String rows = sides(
                query.kind(),
                side -> "select x.* from matching.pair x" + ofSide(side, query) + which + SEEN + order + " limit "
                        + (offset + limit));
        return asked(
                        PairRows.of("(select x.* from (" + rows + ") x" + order + " offset " + offset + " limit "
                                        + limit + ") x")
                                + order,
                        query)
                .query(PairRows::view)
                .list();
    }

    /** Which of the two sides of a pair may be one's own: of two counties either, else the first stands for both. */
    private static String sides(PairKind kind, UnaryOperator<String> query) {
        String first = "(" + query.apply("") + ")";
        return kind == PairKind.ACROSS ? first + " union all (" + query.apply("_other") + ")" : first;
    }

    /** Of a kind, with a side in a place. */
    private static String ofSide(String side, PairQuery query) {
        return " where x.kind = :kind and" + InPlace.of(query.place()).where("x", side) + "and ";
    }

    private JdbcClient.StatementSpec asked(String sql, PairQuery query) {
        return InPlace.of(query.place())
                .bind(jdbc.sql(sql).param("kind", query.kind().name()));
    }

    /** How many wait, by township of one's own area. */
    public List<Place> places(PairKind kind) {
        PairQuery all = new PairQuery(
                kind, PairQuery.Tab.WAITING, Scope.officer().area().code());
        String rows = sides(
                kind,
                side -> "select left(x.village" + side + ", 9) as township from matching.pair x" + ofSide(side, all)
                        + WAITING);
        return asked("select township, count(*) from (" + rows + ") x group by 1 order by 1", all)
                .query((row, n) -> new Place(row.getString(1), row.getInt(2)))
                .list();
    }

    /** A township and how many pairs wait there. */
    public record Place(String township, int waiting) {}

    /** The pair that waits next behind one, or the first; none that this person proposed. */
    public Optional<Long> next(PairQuery query, long after, Officer officer) {
        return next(query, "x.id > :after", after, officer).or(() -> next(query, "x.id < :after", after, officer));
    }

    private Optional<Long> next(PairQuery query, String where, long after, Officer officer) {
        String rows = sides(
                query.kind(),
                side -> "select x.id from matching.pair x" + ofSide(side, query) + WAITING
                        + " and (x.state = 'OPEN' or x.decided_by <> :officer) and " + where
                        + " and (x.proposed_in is null or not platform.sees_village(x.proposed_in || '000000'))"
                        + " order by x.id limit 1");
        return asked("select min(id) from (" + rows + ") x having min(id) is not null", query)
                .param("officer", officer.id().value())
                .param("after", after)
                .query(Long.class)
                .optional();
    }

    /** A pair. */
    public Optional<PairView> find(long id) {
        return jdbc.sql(PairRows.of("matching.pair x") + " where x.id = ?")
                .param(id)
                .query(PairRows::view)
                .optional();
    }

    /** Lets nobody else move a pair until the transaction ends. */
    public void lock(long id) {
        jdbc.sql("select id from matching.pair where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
    }

    /** Those of some pairs of records that are not known yet; each is the lower person and the higher. */
    public Set<List<Long>> unknown(Collection<List<Long>> pairs) {
        return new LinkedHashSet<>(
                jdbc.sql("select f.person, f.other from unnest(cast(:persons as bigint[]), cast(:others as bigint[]))"
                                + " as f (person, other) where not exists (select from matching.pair x where x.person = f.person"
                                + " and x.other = f.other and x.kind <> 'LIST')")
                        .param("persons", pairs.stream().map(p -> p.get(0)).toArray(Long[]::new))
                        .param("others", pairs.stream().map(p -> p.get(1)).toArray(Long[]::new))
                        .query((row, n) -> List.of(row.getLong(1), row.getLong(2)))
                        .list());
    }

    /** Notes which county proposed to make one of two records, and which asked to take that back. */
    public void crossing(long id, @Nullable String proposedIn, @Nullable String askedBackIn) {
        jdbc.sql("update matching.pair set proposed_in = ?, asked_back_in = ? where id = ?")
                .params(Arrays.asList(proposedIn, askedBackIn, id))
                .update();
    }

    /** Notes who asked to take back a merge within one county. */
    public void askedBack(long id, Officer by) {
        jdbc.sql("update matching.pair set asked_back_by = ? where id = ?")
                .params(by.id().value(), id)
                .update();
    }

    /** Lets nobody else decide a pair of the row, or of a row that says the same, until the transaction ends. */
    public void lockRows(PairView pair) {
        jdbc.sql("select id from matching.pair where row in (select y.row from matching.pair y where y.id = :id"
                        + " or y.id = :first or y.like_pair = :first) order by id for update")
                .param("id", pair.id())
                .param("first", pair.firstAlike())
                .query(Long.class)
                .list();
    }

    /** The latest pairs of rows of other lists of a kind with some people, the last first. */
    public List<PairView> before(ListKind list, long row, Collection<Long> persons) {
        return jdbc.sql(PairRows.of("matching.pair x")
                        + " where x.kind = 'LIST' and x.list = :list and x.person in (:persons)"
                        + " and x.row <> :row and x.state not in ('SURE', 'ELSEWHERE') order by x.id desc limit "
                        + LOOKED_BACK)
                .param("list", list.name())
                .param("persons", persons)
                .param("row", row)
                .query(PairRows::view)
                .list();
    }

    /** Pairs that wait, whose rows say the same as the row of this one. */
    public List<PairView> alike(PairView pair) {
        return jdbc.sql(PairRows.of("matching.pair x")
                        + " where x.state = 'OPEN' and x.id <> :id and (x.id = :first or x.like_pair = :first)"
                        + " order by x.id")
                .param("id", pair.id())
                .param("first", pair.firstAlike())
                .query(PairRows::view)
                .list();
    }

    /** Notes that the row of a pair says the same as that of an earlier one. */
    public void like(long id, PairView before) {
        jdbc.sql("update matching.pair set like_pair = ? where id = ?")
                .params(before.firstAlike(), id)
                .update();
    }

    /** A pair is decided as an earlier one was, by whom that was. */
    public void asBefore(long id, PairView before, Instant now) {
        jdbc.sql("update matching.pair set state = ?, basis = ?, decided_by = ?, decided_name = ?, decided_at = ?,"
                        + " version = version + 1 where id = ?")
                .params(Arrays.asList(
                        before.state().name(),
                        before.basis() == null ? null : before.basis().name(),
                        before.decidedBy(),
                        before.decidedName(),
                        now.atOffset(ZoneOffset.UTC),
                        id))
                .update();
    }

    /** Moves a pair and keeps who did. */
    public void move(PairView pair, PairState to, @Nullable Long keep, @Nullable Long change, Step step, Officer by) {
        jdbc.sql(
                        "update matching.pair set state = :state, keep = cast(:keep as bigint), change = cast(:change as bigint),"
                                + " basis = :basis, decided_by = :officer, decided_name = :name, decided_at = :now,"
                                + " asked_back_by = null, version = version + 1 where id = :id")
                .param("state", to.name())
                .param("keep", keep)
                .param("change", change)
                .param("basis", step.basis().name())
                .param("officer", by.id().value())
                .param("name", by.name())
                .param("now", step.at().atOffset(ZoneOffset.UTC))
                .param("id", pair.id())
                .update();
        jdbc.sql("insert into matching.pair_step (pair, village, state, basis, words, officer, officer_name, at) values"
                        + " (:pair, :village, :state, :basis, :words, :officer, :name, :now)")
                .param("pair", pair.id())
                .param("village", pair.village())
                .param("state", to.name())
                .param("basis", step.basis().name())
                .param("words", step.words())
                .param("officer", by.id().value())
                .param("name", by.name())
                .param("now", step.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What was done with a pair. */
    public List<Step> steps(long pair) {
        return jdbc.sql(
                        "select state, basis, words, officer_name, at from matching.pair_step where pair = ? order by id")
                .param(pair)
                .query((row, n) -> new Step(
                        PairState.valueOf(row.getString(1)),
                        Basis.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** How many pairs of a row wait. */
    public int waiting(long row) {
        return jdbc.sql("select count(*) from matching.pair x where x.row = ? and " + UNDECIDED)
                .param(row)
                .query(Integer.class)
                .single();
    }

    /** A row was decided: its other pairs need nobody any more. */
    public void rowDecided(long row, @Nullable Long person, Officer by, Instant now) {
        jdbc.sql(
                        "update matching.pair set state = case when person = cast(:person as bigint) then 'CONFIRMED' else 'ELSEWHERE' end,"
                                + " decided_by = :officer, decided_name = :name, decided_at = :now, version = version + 1"
                                + " where row = :row and state = 'OPEN'")
                .param("person", person)
                .param("officer", by.id().value())
                .param("name", by.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("row", row)
                .update();
    }

    /** Whom a row may mean, as far as there are pairs. */
    public List<Long> candidates(long row) {
        return jdbc.sql("select person from matching.pair where row = ? order by id")
                .param(row)
                .query(Long.class)
                .list();
    }

    /** The decision about a row was taken back: its pairs that it made needless wait again. */
    public void rowReopened(long row, Officer by, Instant now) {
        jdbc.sql("update matching.pair set state = 'OPEN', decided_by = ?, decided_name = ?, decided_at = ?,"
                        + " version = version + 1 where row = ? and state = 'ELSEWHERE'")
                .params(by.id().value(), by.name(), now.atOffset(ZoneOffset.UTC), row)
                .update();
    }

    /** The household that a change happened to. */
    public long householdOf(long change) {
        return jdbc.sql("select household from registry.change where id = ?")
                .param(change)
                .query(Long.class)
                .single();
    }
}
