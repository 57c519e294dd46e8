package org.doudi.linkage.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.doudi.linkage.assign.Assignment.Shape;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a linkage of records that a schema describes must do, whatever engine does it. */
@Tag("any-engine")
public abstract class AnyRecordsTests {
    private static final int RECORDS = 600;

    private final Engine engine;

    @TempDir
    private Path dir;

    /** The tests of one engine. */
    protected AnyRecordsTests(Engine engine) {
        this.engine = engine;
    }

    @Test
    void FLD01_described_records_link_without_labels() throws IOException {
        List<String> matches = link(MadeUpRecords.SCHEMA, false);
        List<String> right =
                matches.stream().filter(m -> m.matches("L(\\d+),R\\1,.*")).toList();
        assertThat(right).hasSizeGreaterThan(590);
        assertThat(matches).hasSizeLessThan(right.size() + 3);
    }

    @Test
    void FLD02_swapped_name_fields_are_found_in_each_other() throws IOException {
        List<String> matches = link(MadeUpRecords.SCHEMA, true);
        assertThat(matches).hasSizeGreaterThan(580).anyMatch(m -> m.contains("given found in another field"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fields: [{column: a, kind: nam}] | line 1: there is no kind nam",
                "fields: [{column: a}] | a field needs column and kind",
                "field: [] | the key field is not known here",
                "fields: [{column: a, kind: name, weight: 3}] | the key weight is not known here",
                "fields: [{column: a, kind: name}, {column: a, kind: code}] | the column a is named twice",
                "fields: [{column: a, kind: name, format: yyyy}] | only a date has a format",
                "fields: [{column: a, kind: date, format: yy}] | the format yy",
                "'{fields: [{column: a, kind: name}], prior: 2}' | prior is 2",
                "fields: [ | this is not YAML",
                "'' | the schema is empty",
                "'fields: &x [*x]' | schema.yaml",
                "'fields: [{column: given, kind: name},{column: height, kind: code}]' | columns that the header lacks: height",
                "'{id: key, fields: [{column: given, kind: name}]}' | lacks the column key",
                "fields: [{column: colour, kind: name}] | no header was found"
            })
    void FLD03_a_wrong_schema_is_refused_with_file_and_line(String schema, String message) {
        assertThatThrownBy(() -> link(schema, false)).hasMessageContaining(message.strip());
    }

    @Test
    void FLD09_fields_that_tell_nothing_apart_and_a_schema_that_is_not_there_are_refused_in_words() throws IOException {
        StringBuilder same = new StringBuilder("state\n");
        for (int i = 0; i < 300; i++) {
            same.append(i % 2 == 0 ? "north\n" : "south\n");
        }
        Path list = Files.writeString(dir.resolve("same.csv"), same);
        Path config = Files.writeString(dir.resolve("state.yaml"), "fields: [{column: state, kind: category}]");
        assertThatThrownBy(() -> engine.link(config, list, list, dir.resolve("out"), Shape.ONE_TO_ONE))
                .hasMessageContaining("state.yaml: no field of the schema tells records apart");
        Path absent = dir.resolve("absent.yaml");
        assertThatThrownBy(() -> engine.dedupe(absent, list, dir.resolve("out")))
                .hasMessageContaining("absent.yaml: there is no such file. Check the path after --config");
    }

    @Test
    void FLD10_duplicates_of_described_records_are_found() throws IOException {
        Path config = Files.writeString(dir.resolve("schema.yaml"), MadeUpRecords.SCHEMA);
        String[] lists = MadeUpRecords.lists(200, false);
        String second = lists[1].substring(lists[1].indexOf('\n') + 1);
        Path list = Files.writeString(dir.resolve("list.csv"), lists[0] + second);
        engine.dedupe(config, list, dir.resolve("out"));
        List<String> duplicates = Files.readAllLines(dir.resolve("out/duplicates.csv"));
        assertThat(duplicates).hasSizeGreaterThan(380).contains("L17,L17", "R17,L17");
    }

    private List<String> link(String schema, boolean swap) throws IOException {
        Path config = Files.writeString(dir.resolve("schema.yaml"), schema);
        String[] lists = MadeUpRecords.lists(RECORDS, swap);
        Path left = Files.writeString(dir.resolve("left.csv"), lists[0]);
        Path right = Files.writeString(dir.resolve("right.csv"), lists[1]);
        engine.link(config, left, right, dir.resolve("out"), Shape.ONE_TO_ONE);
        return Files.readAllLines(dir.resolve("out/matches.csv")).stream()
                .skip(1)
                .toList();
    }
}
