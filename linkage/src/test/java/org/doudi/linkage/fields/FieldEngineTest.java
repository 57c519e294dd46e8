package org.doudi.linkage.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.doudi.linkage.Linkage;
import org.doudi.linkage.Linker;
import org.doudi.linkage.Progress;
import org.doudi.linkage.assign.Assignment;
import org.doudi.linkage.table.UnreadableList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("engine-memory")
class FieldEngineTest {
    private static final String SCHEMA = """
            id: rec_id
            fields:
              - {column: given, kind: name}
              - {column: surname, kind: name}
              - {column: street, kind: text}
              - {column: postcode, kind: code}
              - {column: born, kind: date, format: yyyyMMdd}
              - {column: number, kind: identifier}
            """;
    private static final String[] GIVEN =
            "anna bella carlo dora emil frida georg hanna ivan julia karl lena".split(" ", -1);
    private static final String[] SURNAME =
            "abbott baker carver dyer easton fisher glover hooper ivory joiner".split(" ", -1);

    @TempDir
    Path dir;

    @Test
    void FLD01_described_records_link_without_labels() throws IOException {
        Linkage linkage = link(SCHEMA, 0);
        List<String> wrong = new ArrayList<>();
        int[] right = {0};
        linkage.forEachMatch((l, r, pattern) -> {
            String left = linkage.left().keys().get(l);
            String other = linkage.right() == null
                    ? ""
                    : linkage.right().keys().get(r - linkage.ranges().rightBase());
            if (left.substring(1).equals(other.substring(1))) {
                right[0]++;
            } else {
                wrong.add(left + " " + other);
            }
        });
        assertThat(wrong).hasSizeLessThan(3);
        assertThat(right[0]).isGreaterThan(590);
    }

    @Test
    void FLD02_swapped_name_fields_are_found_in_each_other() throws IOException {
        Linkage linkage = link(SCHEMA, 1);
        int[] matches = {0};
        linkage.forEachMatch((l, r, pattern) -> matches[0]++);
        assertThat(matches[0]).isGreaterThan(580);
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
                "fields: [{column: height, kind: code}] | columns that the header lacks"
            })
    void FLD03_a_wrong_schema_is_refused_with_file_and_line(String schema, String message) throws IOException {
        String text = schema.contains("height")
                ? "fields: [{column: given, kind: name},{column: height, kind: code}]"
                : schema;
        assertThatThrownBy(() -> link(text, 0))
                .isInstanceOf(UnreadableList.class)
                .hasMessageContaining(message.strip());
    }

    @Property(tries = 300)
    void FLD04_no_text_crashes_the_schema_reader(@ForAll String noise) throws IOException {
        Path file = Files.createTempFile("noise", ".yaml");
        try {
            Files.writeString(file, "fields:\n" + noise);
            Schema.read(file);
        } catch (UnreadableList e) {
            assertThat(e).hasMessageContaining("noise");
        } finally {
            Files.delete(file);
        }
    }

    private Linkage link(String schema, int swapEvery) throws IOException {
        Path config = Files.writeString(dir.resolve("schema.yaml"), schema);
        StringBuilder left = new StringBuilder("rec_id,given,surname,street,postcode,born,number\n");
        StringBuilder right = new StringBuilder(left);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 600; i++) {
            String given = GIVEN[random.nextInt(GIVEN.length)] + (char) ('a' + random.nextInt(26));
            String surname = SURNAME[random.nextInt(SURNAME.length)] + (char) ('a' + random.nextInt(26));
            String street = random.nextInt(90) + " " + SURNAME[random.nextInt(SURNAME.length)] + " road";
            String rest = "," + street + "," + (2000 + random.nextInt(60)) + ",";
            String born = "19" + (10 + random.nextInt(89)) + "0" + (1 + random.nextInt(9)) + (10 + random.nextInt(18));
            String number = Integer.toString(1_000_000 + random.nextInt(8_999_999));
            left.append("L" + i + "," + given + "," + surname + rest + born + "," + number + "\n");
            boolean swap = swapEvery > 0 && i % 5 == 0;
            String wrongNumber = i % 7 == 0 ? "" : i % 11 == 0 ? number.substring(0, 6) + "0" : number;
            String name = swap ? surname + "," + given : given + "," + surname.substring(0, surname.length() - i % 2);
            right.append("R" + i + "," + name + rest + (i % 13 == 0 ? "" : born) + "," + wrongNumber + "\n");
        }
        Path leftFile = Files.writeString(dir.resolve("left.csv"), left);
        Path rightFile = Files.writeString(dir.resolve("right.csv"), right);
        return new Linker(2, Progress.SILENT).link(config, leftFile, rightFile, Assignment.Shape.ONE_TO_ONE);
    }
}
