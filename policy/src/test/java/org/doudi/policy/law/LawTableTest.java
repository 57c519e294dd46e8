package org.doudi.policy.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doudi.policy.Clause;
import org.doudi.policy.Parameter;
import org.doudi.policy.ParameterValue;
import org.doudi.policy.Rule;
import org.doudi.policy.json.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps {@code docs/law} true: no row, value or example that does not hold. */
class LawTableTest {
    private static final Path LAW = Path.of("..", "docs", "law");
    private static final Path SERVER = Path.of("..", "server", "src", "main", "java", "org", "doudi", "server");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /** A row of the table. */
    record Row(
            String clause, String term, List<String> rules, List<String> tests, List<String> parameters, String state) {
        boolean built() {
            return state.equals("built");
        }
    }

    static Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String line : read(LAW.resolve("README.md")).lines().toList()) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 8 && cells[1].matches(".*[0-9]-[0-9]+.*")) {
                String clause =
                        cells[1].replaceAll("[^0-9.-]*([0-9.]+-[0-9]+).*", "$1").strip();
                Row row = new Row(
                        clause, cells[2].strip(), names(cells[3]), names(cells[4]), names(cells[5]), cells[6].strip());
                assertThat(rows.put(clause, row)).as("%s is there once", clause).isNull();
            }
        }
        return rows;
    }

    static Stream<Row> built() {
        return rows().values().stream().filter(Row::built);
    }

    @Test
    void LAW1_every_clause_has_one_row_with_its_term() {
        Map<String, Row> rows = rows();
        assertThat(rows.keySet())
                .containsExactlyElementsOf(
                        Arrays.stream(Clause.values()).map(Clause::id).toList());
        for (Clause clause : Clause.values()) {
            Row row = Objects.requireNonNull(rows.get(clause.id()));
            assertThat(row.term).isEqualTo(clause.zh() + " · " + clause.en());
            assertThat(row.built() || row.state.endsWith("server, later") || row.state.startsWith("server: "))
                    .as(clause.id())
                    .isTrue();
            if (row.state.startsWith("server: ")) {
                assertThat(names(row.state))
                        .as(clause.id())
                        .isNotEmpty()
                        .allSatisfy(name -> assertThat(SERVER.resolve(name.replace('.', '/') + ".java"))
                                .exists());
            }
        }
    }

    @Test
    void LAW2_the_clause_of_every_rule_and_parameter_is_built_or_says_where_it_will_be() {
        Map<String, Row> rows = rows();
        for (Rule rule : Rule.values()) {
            assertThat(Objects.requireNonNull(rows.get(rule.clause().id())).built())
                    .as(rule.name())
                    .isTrue();
        }
        for (Parameter parameter : Parameter.values()) {
            assertThat(Objects.requireNonNull(rows.get(parameter.clause().id())).parameters)
                    .as(parameter.key())
                    .contains(parameter.key());
        }
    }

    @ParameterizedTest
    @MethodSource("built")
    void LAW3_every_rule_test_and_parameter_of_a_row_exists(Row row) throws ClassNotFoundException {
        assertThat(row.rules).isNotEmpty();
        assertThat(row.tests).isNotEmpty();
        for (String name : row.rules) {
            assertExists(name);
        }
        for (String name : row.tests) {
            assertExists(name);
        }
        for (String key : row.parameters) {
            assertThat(Parameter.withKey(key)).as(key).isNotNull();
        }
        assertThat(LAW.resolve(row.clause + ".md")).exists();
    }

    @ParameterizedTest
    @MethodSource("built")
    void LAW4_the_page_of_a_clause_shows_the_values_of_the_pack(Row row) {
        String page = read(LAW.resolve(row.clause + ".md"));
        for (ParameterValue v : Json.PACK.values()) {
            if (row.parameters.contains(v.parameter().key())) {
                assertThat(page)
                        .contains("| " + v.parameter().key() + " | " + v.place() + " | " + v.from() + " | "
                                + (v.to() == null ? "" : v.to()) + " | " + v.shown() + " | "
                                + v.parameter().unit().code()
                                + " | " + v.grade().code() + " |");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("built")
    void LAW5_the_worked_example_of_a_clause_is_what_the_rules_answer(Row row) {
        String page = read(LAW.resolve(row.clause + ".md"));
        String household = block(page, "household").replace("\n", " ");
        Map<String, @Nullable Object> answer = Json.answer(household);
        Map<String, @Nullable Object> expected = Json.object(block(page, "answer"));
        assertThat(expected).isNotEmpty();
        expected.forEach((field, value) -> assertThat(answer).as(row.clause).containsEntry(field, value));
    }

    private static String block(String page, String kind) {
        int start = page.indexOf("```json " + kind + "\n");
        assertThat(start).as("a block of json " + kind).isPositive();
        int from = page.indexOf('\n', start);
        return page.substring(from, page.indexOf("```", from));
    }

    private static void assertExists(String name) throws ClassNotFoundException {
        String[] parts = name.split("#", -1);
        String simple = parts[0];
        Class<?> type;
        try {
            type = Class.forName("org.doudi.policy." + simple);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("the law table names " + name + ", which is not there", e);
        }
        List<String> methods = new ArrayList<>();
        for (Method method : type.getDeclaredMethods()) {
            methods.add(method.getName());
        }
        assertThat(methods).as(name).contains(parts[1]);
    }

    private static List<String> names(String cell) {
        return NAME.matcher(cell)
                .results()
                .map(MatchResult::group)
                .map(g -> g.substring(1, g.length() - 1))
                .toList();
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
