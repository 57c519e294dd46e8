package org.doudi.server.registry.store;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.Divisions;
import org.doudi.server.registry.ListImports.Problem;
import org.doudi.server.registry.ListImports.RowState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Judges households of a list as wholes. What stands in one row only is never written: a household with a row that is wrong, or whose
 * person is known already elsewhere, is wrong as a whole; one with a row that may mean somebody known waits as a whole.
 */
@Component
class HouseholdJudge {
    private static final int MOST_CANDIDATES = 8;

    private final JdbcClient jdbc;
    private final IdNumbers idNumbers;
    private final Divisions divisions;

    HouseholdJudge(JdbcClient jdbc, IdNumbers idNumbers, Divisions divisions) {
        this.jdbc = jdbc;
        this.idNumbers = idNumbers;
        this.divisions = divisions;
    }

    /**
     * The rows of a household as the list has them.
     *
     * @param settled rows of which somebody said that they mean nobody who is known
     */
    record Listed(List<HouseholdRow> rows, Set<Long> settled) {}

    /** What is to become of a row. */
    record Fate(
            HouseholdRow row,
            RowState state,
            @Nullable Problem problem,
            @Nullable Long household,
            @Nullable Long person,
            List<Long> candidates) {
        static Fate of(HouseholdRow row, RowState state, @Nullable Problem problem) {
            return new Fate(row, state, problem, null, null, List.of());
        }
    }

    private record Known(long person, String name, ByteBuffer index, LocalDate birth, long household) {}

    /** What the registry knows of the persons on a list, asked once for all of them. */
    private record Background(
            Map<ByteBuffer, Known> byNumber,
            Map<String, List<Known>> byName,
            Set<ByteBuffer> taken,
            Set<ByteBuffer> twice,
            Map<String, Problem> villages) {}

    /**
     * Judges some households.
     *
     * @param list the import, whose other rows may hold the same numbers
     */
    List<List<Fate>> judge(long list, List<Listed> households) {
        List<HouseholdRow> sound = households.stream()
                .flatMap(h -> h.rows().stream())
                .filter(r -> r.problem() == null)
                .toList();
        Background background = background(list, sound);
        return households.stream().map(h -> judge(h, background)).toList();
    }

    private List<Fate> judge(Listed household, Background background) {
        Map<HouseholdRow, Problem> wrong = new HashMap<>();
        household.rows().forEach(row -> {
            Problem problem = row.problem() == null ? against(row, background) : row.problem();
            if (problem != null) {
                wrong.put(row, problem);
            }
        });
        if (wrong.isEmpty()) {
            wrong.putAll(whole(household.rows()));
        }
        if (!wrong.isEmpty()) {
            return wrong(household.rows(), wrong);
        }
        List<Fate> known = known(household.rows(), background);
        return known.isEmpty() ? unknown(household, background) : known;
    }

    private static List<Fate> wrong(List<HouseholdRow> rows, Map<HouseholdRow, Problem> wrong) {
        return rows.stream()
                .map(r -> Fate.of(r, RowState.WRONG, wrong.getOrDefault(r, Problem.HOUSEHOLD_HELD)))
                .toList();
    }

    private @Nullable Problem against(HouseholdRow row, Background background) {
        Problem village = background.villages().get(row.village());
        if (village != null) {
            return village;
        }
        return background.twice().contains(index(row)) ? Problem.TWICE_IN_LIST : null;
    }

    /** What is wrong between the rows of a household that are right one by one. */
    private static Map<HouseholdRow, Problem> whole(List<HouseholdRow> rows) {
        Map<HouseholdRow, Problem> wrong = new HashMap<>();
        List<HouseholdRow> heads = rows.stream().filter(HouseholdRow::isHead).toList();
        if (heads.isEmpty()) {
            wrong.put(rows.get(0), Problem.NO_HEAD);
        } else if (heads.size() > 1) {
            heads.forEach(head -> wrong.put(head, Problem.TWO_HEADS));
        } else {
            rows.stream()
                    .filter(r -> !r.village().equals(heads.get(0).village()))
                    .forEach(r -> wrong.put(r, Problem.VILLAGE_DIFFERS));
        }
        return wrong;
    }

    /** Where somebody of the household is known already; empty where nobody is. */
    private List<Fate> known(List<HouseholdRow> rows, Background background) {
        Map<HouseholdRow, Known> known = new HashMap<>();
        Map<HouseholdRow, Problem> wrong = new HashMap<>();
        Set<Long> households = new HashSet<>();
        for (HouseholdRow row : rows) {
            Known person = background.byNumber().get(index(row));
            if (person != null) {
                known.put(row, person);
                households.add(person.household());
                wrong.put(
                        row,
                        ListRow.name(person.name()).equals(row.name()) ? Problem.KNOWN_MEMBER : Problem.OTHER_NAME);
            } else if (background.taken().contains(index(row))) {
                wrong.put(row, Problem.NUMBER_TAKEN);
            }
        }
        boolean whole = known.size() == rows.size()
                && households.size() == 1
                && wrong.values().stream().allMatch(p -> p == Problem.KNOWN_MEMBER);
        if (!whole) {
            return wrong.isEmpty() ? List.of() : wrong(rows, wrong);
        }
        List<Fate> fates = new ArrayList<>();
        known.forEach((row, person) ->
                fates.add(new Fate(row, RowState.ALREADY, null, person.household(), person.person(), List.of())));
        return fates;
    }

    /** New as a whole, or in doubt because of namesakes who were born on the same day. */
    private static List<Fate> unknown(Listed household, Background background) {
        Map<HouseholdRow, List<Long>> doubts = new HashMap<>();
        for (HouseholdRow row : household.rows()) {
            List<Long> namesakes = background.byName().getOrDefault(row.name(), List.of()).stream()
                    .filter(k -> k.birth().equals(row.birth()))
                    .map(Known::person)
                    .distinct()
                    .limit(MOST_CANDIDATES)
                    .toList();
            if (!namesakes.isEmpty()
                    && !household.settled().contains(row.staged().id())) {
                doubts.put(row, namesakes);
            }
        }
        return household.rows().stream()
                .map(row -> {
                    List<Long> namesakes = doubts.getOrDefault(row, List.of());
                    return doubts.isEmpty()
                            ? Fate.of(row, RowState.ENTERED, null)
                            : namesakes.isEmpty()
                                    ? Fate.of(row, RowState.WAITS, Problem.HOUSEHOLD_HELD)
                                    : new Fate(row, RowState.HELD, Problem.NUMBER_DIFFERS, null, null, namesakes);
                })
                .toList();
    }

    private ByteBuffer index(HouseholdRow row) {
        return ByteBuffer.wrap(idNumbers.index(row.idNumber()));
    }

    private Background background(long list, List<HouseholdRow> rows) {
        Map<ByteBuffer, Known> byNumber = new HashMap<>();
        Map<String, List<Known>> byName = new HashMap<>();
        Set<ByteBuffer> taken = new HashSet<>();
        Set<ByteBuffer> twice = new HashSet<>();
        Map<String, Problem> villages = new HashMap<>();
        if (rows.isEmpty()) {
            return new Background(byNumber, byName, taken, twice, villages);
        }
        List<byte[]> indexes = new ArrayList<>();
        Set<ByteBuffer> seen = new HashSet<>();
        for (HouseholdRow row : rows) {
            byte[] index = idNumbers.index(row.idNumber());
            indexes.add(index);
            if (!seen.add(ByteBuffer.wrap(index))) {
                twice.add(ByteBuffer.wrap(index));
            }
        }
        persons("p.id_no_idx in (:wanted)", indexes).forEach(k -> byNumber.put(k.index(), k));
        List<String> names = rows.stream().map(HouseholdRow::name).distinct().toList();
        persons("p.name in (:wanted)", names)
                .forEach(k ->
                        byName.computeIfAbsent(k.name(), n -> new ArrayList<>()).add(k));
        taken.addAll(indexes(
                jdbc.sql("select i from unnest(array[:wanted]::bytea[]) i where registry.id_number_taken(i)"),
                indexes));
        twice.addAll(indexes(
                jdbc.sql("select number_idx from registry.import_row where import = :list and number_idx in (:wanted)"
                                + " group by number_idx having count(*) > 1")
                        .param("list", list),
                indexes));
        Area area = Scope.officer().area();
        rows.stream().map(HouseholdRow::village).distinct().forEach(village -> {
            if (divisions.name(village).isEmpty()) {
                villages.put(village, Problem.NO_VILLAGE);
            } else if (!area.contains(village)) {
                villages.put(village, Problem.OUT_OF_AREA);
            }
        });
        return new Background(byNumber, byName, taken, twice, villages);
    }

    private static List<ByteBuffer> indexes(JdbcClient.StatementSpec statement, List<byte[]> wanted) {
        return statement
                .param("wanted", wanted)
                .query((row, n) -> ByteBuffer.wrap(row.getBytes(1)))
                .list();
    }

    private List<Known> persons(String where, List<?> wanted) {
        return jdbc.sql("select p.id, p.name, p.id_no_idx, p.birth, m.household from registry.person p"
                        + " join registry.membership m on m.person = p.id and m.known_to is null and m.valid_to is null"
                        + " where " + where)
                .param("wanted", wanted)
                .query((row, n) -> new Known(
                        row.getLong(1),
                        row.getString(2),
                        ByteBuffer.wrap(row.getBytes(3)),
                        Times.day(row, "birth"),
                        row.getLong(5)))
                .list();
    }
}
