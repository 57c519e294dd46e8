package org.doudi.server.registry.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.registry.Identities;
import org.doudi.server.registry.ListColumn;
import org.doudi.server.registry.ListImports.Problem;
import org.doudi.server.registry.ListImports.View;
import org.doudi.server.registry.Sex;
import org.doudi.server.registry.store.ImportWork.Judged;
import org.doudi.server.registry.store.ImportWork.Plan;
import org.doudi.server.registry.store.ImportWork.Staged;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional
class StoredIdentities implements Identities {
    private static final int PIECE = 2000;
    private static final String PERSONS = "select p.id, h.id as household, h.number, head.name as head, m.relation,"
            + " p.name, p.id_no_enc, p.sex, p.birth, p.village, h.address, p.phone_enc from registry.person p"
            + " join registry.membership m on m.person = p.id and m.known_to is null and m.valid_to is null"
            + " join registry.household h on h.id = m.household join registry.person head on head.id = h.head"
            + " where p.death is null and ";
    private static final String ROWS = "select id, line, cells_enc, state, problem, candidates from registry.import_row"
            + " where import = :import and ";
    /** It is not certain whom the row means; what it says besides, it says well. */
    private static final String OPEN =
            "(state = 'HELD' or (state = 'WRONG' and problem in ('NO_SUCH_PERSON', 'TOO_MANY_NAMESAKES', 'BAD_NUMBER')))";

    private final JdbcClient jdbc;
    private final IdNumbers idNumbers;
    private final ImportRows imports;
    private final ImportWork work;
    private final RowMatch match;
    private final Reading reading;
    private final AuditTrail trail;
    private final Today today;

    StoredIdentities(
            JdbcClient jdbc,
            IdNumbers idNumbers,
            ImportRows imports,
            ImportWork work,
            RowMatch match,
            Reading reading,
            AuditTrail trail,
            Today today) {
        this.jdbc = jdbc;
        this.idNumbers = idNumbers;
        this.imports = imports;
        this.work = work;
        this.match = match;
        this.reading = reading;
        this.trail = trail;
        this.today = today;
    }

    private RowMapper<Known> known() {
        return (row, n) -> {
            byte[] phone = row.getBytes("phone_enc");
            return new Known(
                    row.getLong("id"),
                    row.getLong("household"),
                    row.getString("number"),
                    row.getString("head"),
                    row.getString("relation"),
                    row.getString("name"),
                    idNumbers.decrypt(row.getBytes("id_no_enc")),
                    Sex.valueOf(row.getString("sex")),
                    Times.day(row, "birth"),
                    row.getString("village"),
                    row.getString("address"),
                    phone == null ? "" : idNumbers.decryptPhone(phone));
        };
    }

    /** Hands on piece after piece, each from behind the last of the one before; how many there were. */
    private static <T> int inPieces(LongFunction<List<T>> behind, ToLongFunction<T> at, Consumer<T> to) {
        long last = 0;
        int count = 0;
        List<T> piece;
        do {
            piece = behind.apply(last);
            for (T one : piece) {
                // somebody in two households at once is one person, and not two that look alike
                if (at.applyAsLong(one) != last) {
                    to.accept(one);
                    count++;
                }
                last = at.applyAsLong(one);
            }
        } while (piece.size() == PIECE);
        return count;
    }

    @Override
    public void everybody(Consumer<Known> to) {
        int count = inPieces(
                last -> jdbc.sql(PERSONS + "p.id > :last order by p.id limit :most")
                        .param("last", last)
                        .param("most", PIECE)
                        .query(known())
                        .list(),
                Known::person,
                to);
        trail.record(Act.PERSON_READ, Subject.NONE, "", count + " persons compared by the platform");
    }

    @Override
    public Map<Long, Known> of(List<Long> persons) {
        Map<Long, Known> found = new HashMap<>();
        if (!persons.isEmpty()) {
            jdbc.sql(PERSONS + "p.id = any(cast(:persons as bigint[])) order by p.id, m.id")
                    .param("persons", array(persons))
                    .query(known())
                    .list()
                    .forEach(k -> found.putIfAbsent(k.person(), k));
            found.values().forEach(k -> reading.household(k.household()));
        }
        return found;
    }

    private static String array(List<Long> ids) {
        return "{" + String.join(",", ids.stream().map(String::valueOf).toList()) + "}";
    }

    private RowMapper<Named> named(View view) {
        return (row, n) -> {
            List<String> cells = work.cells(row.getBytes("cells_enc"));
            String problem = row.getString("problem");
            Problem known = problem == null ? null : Problem.valueOf(problem);
            boolean who = row.getString("state").equals("HELD")
                    || known == Problem.NO_SUCH_PERSON
                    || known == Problem.TOO_MANY_NAMESAKES
                    || known == Problem.BAD_NUMBER;
            boolean open = who && said(view, cells).problem() == null;
            return new Named(
                    row.getLong("id"),
                    row.getInt("line"),
                    open ? Standing.OPEN : Standing.SETTLED,
                    cell(view, cells, ListColumn.NAME),
                    cell(view, cells, ListColumn.ID_NUMBER),
                    cell(view, cells, ListColumn.SEX),
                    cell(view, cells, ListColumn.BIRTH),
                    cell(view, cells, ListColumn.VILLAGE),
                    cell(view, cells, ListColumn.PHONE),
                    cell(view, cells, ListColumn.HOUSEHOLD),
                    List.of((Long[]) row.getArray("candidates").getArray()));
        };
    }

    private ListRow said(View view, List<String> cells) {
        return ListRow.of(view.list(), cells, view.columns(), today.date()).known();
    }

    private static String cell(View view, List<String> cells, ListColumn column) {
        return ListRow.cell(cells, view.columns(), column);
    }

    @Override
    public void rows(long listImport, Consumer<Named> to) {
        View view = imports.get(listImport);
        inPieces(
                last -> jdbc.sql(ROWS + "line > :last order by line limit :most")
                        .param("import", listImport)
                        .param("last", last)
                        .param("most", PIECE)
                        .query(named(view))
                        .list(),
                Named::line,
                to);
    }

    @Override
    public @Nullable Named row(long listImport, long row) {
        return jdbc.sql(ROWS + "id = :row")
                .param("import", listImport)
                .param("row", row)
                .query(named(imports.get(listImport)))
                .optional()
                .orElse(null);
    }

    @Override
    public int settle(long listImport, Map<Long, Long> personOfRow) {
        if (personOfRow.isEmpty()) {
            return 0;
        }
        View view = imports.get(listImport);
        Plan plan = new Plan(
                view.id(),
                view.list(),
                view.columns(),
                Objects.requireNonNullElse(view.holdsFrom(), today.date()),
                view.fileName());
        Map<Long, RowMatch.Person> persons =
                match.living(personOfRow.values().stream().distinct().toList());
        List<Staged> open = jdbc.sql(ROWS + "id in (:rows) and " + OPEN + " order by line for update")
                .param("import", listImport)
                .param("rows", personOfRow.keySet())
                .query((row, n) -> new Staged(row.getLong(1), row.getInt(2), work.cells(row.getBytes(3))))
                .list();
        List<Judged> judged = new ArrayList<>();
        for (Staged staged : open) {
            RowMatch.Person person = persons.get(personOfRow.get(staged.id()));
            if (person != null) {
                judged.add(new Judged(staged, said(view, staged.cells()), person, List.of(), null));
            }
        }
        if (!judged.isEmpty()) {
            work.write(plan, judged);
            trail.record(
                    Act.LIST_IMPORTED, Subject.NONE, "", judged.size() + " rows of import " + listImport + " matched");
        }
        return judged.size();
    }

    @Override
    public void hold(long row, List<Long> candidates) {
        jdbc.sql(
                        "update registry.import_row set problem = case when problem in ('NO_SUCH_PERSON', 'TOO_MANY_NAMESAKES')"
                                + " then 'LIKE_SOMEBODY' else problem end, state = 'HELD', candidates = array(select distinct c"
                                + " from unnest(candidates || cast(:candidates as bigint[])) c order by c) where id = :row and "
                                + OPEN)
                .param("row", row)
                .param("candidates", array(candidates))
                .update();
    }
}
