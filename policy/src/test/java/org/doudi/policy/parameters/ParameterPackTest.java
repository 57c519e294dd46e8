package org.doudi.policy.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.doudi.policy.Grade;
import org.doudi.policy.MissingParameterException;
import org.doudi.policy.Parameter;
import org.doudi.policy.ParameterValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterPackTest {
    private static final String VALUE = """
                - place: "2109"
                  from: 2016-07-01
                  value: 3575
                  citation: {doc: "a", article: "b"}
                  grade: derived
                  checkedOn: 2017-01-01
            """;
    private static final String FILE =
            "dibao.standard:\n  zh: 标准\n  en: standard\n  unit: yuan/person/year\n  values:\n" + VALUE;

    @TempDir
    private Path directory = Path.of(".");

    @Test
    void PAR1_every_parameter_has_a_value_in_the_built_in_pack() {
        ParameterPack pack = ParameterPack.load();
        for (Parameter parameter : Parameter.values()) {
            assertThat(pack.values()).as(parameter.key()).anyMatch(value -> value.parameter() == parameter);
            assertThat(pack.description(parameter)).as(parameter.key()).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2017-06-01, 210921100, yes",
        "2017-05-31, 210921100, no",
        "2017-06-01, 210921101, no",
        "2017-06-01, 210922103204, yes"
    })
    void PAR2_the_value_of_the_smaller_place_wins(LocalDate day, String place, String value) {
        ParameterValue found = ParameterPack.load().value(Parameter.RIGID_SPENDING_APPLIES, place, day);
        assertThat(found).extracting(ParameterValue::shown).isEqualTo(value);
    }

    @Test
    void PAR3_no_value_for_a_day_is_an_error_that_names_parameter_place_and_day() {
        assertThatThrownBy(() -> ParameterPack.load().at("210921101201", LocalDate.of(2016, 6, 30)))
                .isInstanceOf(MissingParameterException.class)
                .hasMessage("There is no value of dibao.standard for 210921101201 on 2016-06-30.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "citation: {doc: \"a\", article: \"b\"}|note: x|9|not known",
                "citation: {doc: \"a\", article: \"b\"}|citation: {doc: \"a\"}|9|no article",
                "unit: yuan/person/year|unit: yuan|1|The unit of dibao.standard is yuan/person/year",
                "value: 3575|value: many|6|is not an amount",
                "value: 3575|value: -1|6|is not an amount",
                "value: 3575|value: 3575.123|6|is not an amount",
                "grade: derived|grade: sure|6|is not a grade",
                "checkedOn: 2017-01-01|checkedOn: yesterday|6|not a date",
                "from: 2016-07-01|from: 2016-02-30|6|not a date",
                "place: \"2109\"|place: Fuxin|6|is not a place",
                "dibao.standard|dibao.standart|1|There is no parameter dibao.standart",
                "zh: 标准|zh: \"\"|2|zh is empty",
                "zh: 标准|zh: &a 标准|2|Anchors",
                "zh: 标准|zh: *a|2|Aliases",
                "zh: 标准|zh: !!str 标准|2|Tags",
                "zh: 标准|zh: [x|0|not YAML",
            })
    void PAR4_a_mistake_keeps_the_pack_from_loading_and_names_file_and_line(
            String good, String bad, int line, String words) throws IOException {
        assertThatThrownBy(() -> load(FILE.replace(good, bad)))
                .isInstanceOfSatisfying(ParameterPackException.class, e -> {
                    assertThat(e.problems()).anySatisfy(problem -> {
                        assertThat(problem.message()).contains(words);
                        assertThat(problem.file()).isEqualTo("s.yaml");
                        if (line > 0) {
                            assertThat(problem.line()).isEqualTo(line);
                        }
                    });
                });
    }

    @Test
    void PAR5_a_value_without_source_or_a_parameter_without_unit_is_refused() {
        refused(FILE.replace("      citation: {doc: \"a\", article: \"b\"}\n", ""), "has no citation");
        refused(FILE.replace("  unit: yuan/person/year\n", ""), "has no unit");
    }

    @Test
    void PAR6_gaps_overlaps_and_duplicates_are_refused() {
        String next = VALUE.replace("2016-07-01", "2017-07-01");
        refused(
                FILE.replace("value:", "to: 2017-05-31\n      value:") + next,
                "has a gap from 2017-06-01 to 2017-06-30");
        refused(FILE.replace("value:", "to: 2017-07-01\n      value:") + next, "overlaps");
        refused(FILE + VALUE, "two values from 2016-07-01");
        refused(FILE + FILE, "is there twice");
    }

    @Test
    void PAR7_a_standard_below_the_poverty_line_is_refused_by_clause_2_3_1() {
        String line = FILE.replace("dibao.standard", "poverty.line").replace("\"2109\"", "CN");
        load(FILE + line);
        refused(
                FILE
                        + line
                        + VALUE.replace("2109", "CN")
                                .replace("2016-07-01", "2020-01-01")
                                .replace("3575", "3576"),
                "Clause 2.3-1: on 2020-01-01");
    }

    @Test
    void PAR8_a_file_that_the_index_does_not_name_is_refused() throws IOException {
        Files.writeString(directory.resolve("forgotten.yaml"), FILE);
        refused(FILE, "not among the subjects");
    }

    @Test
    void PAR9_a_changed_value_changes_the_version() {
        String version = load(FILE).version();
        assertThat(load(FILE.replace("3575", "3576")).version()).isNotEqualTo(version);
        assertThat(load(FILE).version()).isEqualTo(version);
    }

    @Test
    void PAR10_example_values_are_marked() {
        assertThat(ParameterPack.load().values())
                .filteredOn(v -> v.grade() == Grade.EXAMPLE)
                .hasSizeGreaterThan(20);
    }

    @Property(tries = 1500)
    void FUZZ2_whatever_happens_to_a_file_it_loads_or_says_why(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(FILE);
        String pieces = "{}[]:,-#&*!|>'\"%@`?\t\n x0";
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            int at = random.nextInt(text.length());
            if (random.nextBoolean()) {
                text.insert(at, pieces.charAt(random.nextInt(pieces.length())));
            } else {
                text.deleteCharAt(at);
            }
        }
        List<PackProblem> problems = new java.util.ArrayList<>();
        try {
            new ParameterFile("f.yaml", problems).read(text.toString());
        } catch (ParameterPackException e) {
            assertThat(e.problems()).isNotEmpty().allMatch(p -> !p.message().isBlank());
        }
    }

    private void refused(String file, String words) {
        assertThatThrownBy(() -> load(file))
                .isInstanceOf(ParameterPackException.class)
                .hasMessageContaining(words);
    }

    private ParameterPack load(String file) {
        try {
            Files.writeString(directory.resolve("pack.yaml"), "pack: test\nedition: 1\nsubjects: [s]\n");
            Files.writeString(directory.resolve("s.yaml"), file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return ParameterPack.load(directory);
    }
}
