package org.doudi.server.registry.store;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doudi.server.registry.ListImports.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the persons whom rows mean, a batch at a time. The registry keeps no plain id numbers, so a number is compared by its keyed
 * index; number and name together are certain, all else is left to people.
 */
@Component
class RowMatch {
    private static final int MOST_CANDIDATES = 8;

    private final JdbcClient jdbc;
    private final IdNumbers idNumbers;

    RowMatch(JdbcClient jdbc, IdNumbers idNumbers) {
        this.jdbc = jdbc;
        this.idNumbers = idNumbers;
    }

    /** Somebody of the registry. */
    record Person(long id, String name, ByteBuffer index, LocalDate birth, long household, String village) {}

    /** Whom a row means: one person; or somebody of these, which people decide; or nobody. */
    record Found(
            @Nullable Person person,
            List<Long> candidates,
            @Nullable Problem problem) {
        static Found nobody(Problem problem) {
            return new Found(null, List.of(), problem);
        }
    }

    private static final String LIVING = "select p.id, p.name, p.id_no_idx, p.birth, m.household, p.village"
            + " from registry.person p join registry.membership m on m.person = p.id and m.known_to is null"
            + " and m.valid_to is null where ";

    /** The rows must have no problem of their own. */
    Map<ListRow, Found> find(List<ListRow> rows) {
        Map<ByteBuffer, List<Person>> byNumber = new HashMap<>();
        Map<ListRow, ByteBuffer> indexes = new HashMap<>();
        for (ListRow row : rows) {
            if (!row.idNumber().isEmpty()) {
                indexes.put(row, ByteBuffer.wrap(idNumbers.index(row.idNumber())));
            }
        }
        if (!indexes.isEmpty()) {
            List<byte[]> wanted =
                    indexes.values().stream().distinct().map(ByteBuffer::array).toList();
            for (Person person : persons(LIVING + "p.id_no_idx in (:wanted)", wanted)) {
                byNumber.computeIfAbsent(person.index(), k -> new ArrayList<>()).add(person);
            }
        }
        Map<String, List<Person>> byName = new HashMap<>();
        Set<String> unsettled = new HashSet<>();
        for (ListRow row : rows) {
            if (certain(row, byNumber.getOrDefault(number(indexes, row), List.of())) == null) {
                unsettled.add(row.name());
            }
        }
        if (!unsettled.isEmpty()) {
            for (Person person : persons(LIVING + "p.name in (:wanted)", List.copyOf(unsettled))) {
                byName.computeIfAbsent(person.name(), k -> new ArrayList<>()).add(person);
            }
        }
        Map<ListRow, Found> found = new LinkedHashMap<>();
        for (ListRow row : rows) {
            found.put(
                    row,
                    found(
                            row,
                            byNumber.getOrDefault(number(indexes, row), List.of()),
                            byName.getOrDefault(row.name(), List.of())));
        }
        return found;
    }

    private static ByteBuffer number(Map<ListRow, ByteBuffer> indexes, ListRow row) {
        return indexes.getOrDefault(row, ByteBuffer.allocate(0));
    }

    private List<Person> persons(String sql, List<?> wanted) {
        return jdbc.sql(sql)
                .param("wanted", wanted)
                .query((row, n) -> new Person(
                        row.getLong(1),
                        row.getString(2),
                        ByteBuffer.wrap(row.getBytes(3)),
                        Times.day(row, "birth"),
                        row.getLong(5),
                        row.getString(6)))
                .list();
    }

    /** Those of these who live in a household. */
    Map<Long, Person> living(List<Long> persons) {
        Map<Long, Person> found = new HashMap<>();
        persons(LIVING + "p.id in (:wanted)", persons).forEach(p -> found.putIfAbsent(p.id(), p));
        return found;
    }

    private static @Nullable Person certain(ListRow row, List<Person> numbered) {
        return numbered.size() == 1 && ListRow.name(numbered.get(0).name()).equals(row.name()) ? numbered.get(0) : null;
    }

    private static Found found(ListRow row, List<Person> numbered, List<Person> named) {
        Person certain = certain(row, numbered);
        if (certain != null) {
            return new Found(certain, List.of(), null);
        }
        if (!numbered.isEmpty()) {
            return new Found(null, ids(numbered), Problem.OTHER_NAME);
        }
        List<Person> near = named.stream().filter(p -> near(row, p)).toList();
        if (near.isEmpty()) {
            return Found.nobody(Problem.NO_SUCH_PERSON);
        }
        if (near.size() > MOST_CANDIDATES) {
            return Found.nobody(Problem.TOO_MANY_NAMESAKES);
        }
        return new Found(null, ids(near), row.idNumber().isEmpty() ? Problem.NO_NUMBER : Problem.NUMBER_DIFFERS);
    }

    /** A namesake who is born on the same day or lives in the same village; any, where the row says neither. */
    private static boolean near(ListRow row, Person person) {
        boolean silent = row.birth() == null && row.village().isEmpty();
        return silent
                || person.birth().equals(row.birth())
                || (!row.village().isEmpty() && person.village().equals(row.village()));
    }

    private static List<Long> ids(List<Person> persons) {
        return persons.stream().map(Person::id).toList();
    }
}
