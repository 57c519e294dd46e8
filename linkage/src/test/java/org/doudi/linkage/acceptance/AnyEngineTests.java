package org.doudi.linkage.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.doudi.linkage.assign.Assignment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a linkage must do, whatever engine does it. */
@Tag("any-engine")
public abstract class AnyEngineTests {
    private final Engine engine;

    @TempDir
    private Path dir;

    /** The tests of one engine. */
    protected AnyEngineTests(Engine engine) {
        this.engine = engine;
    }

    @Test
    void LNK01_equal_numbers_are_exact_whatever_the_writing() throws IOException {
        Path left = list("left.csv", MadeUp.HEADER + "1,张伟,11010519491231002X,男,1949-12-31,甲村\n");
        Path right = list("right.csv", "残疾人证号,姓名\n11010519491231002x43,張偉\n");
        List<String> matches = link(left, right);
        assertThat(matches).hasSize(1);
        assertThat(matches.get(0)).startsWith("1,1,").contains(",EXACT,");
    }

    @Test
    void LNK02_one_typing_error_is_undone_when_the_name_confirms_it() throws IOException {
        Path left = list("left.csv", MadeUp.HEADER + "1,张伟,11010519491231002X,男,1949-12-31,甲村\n");
        Path right = list("right.csv", MadeUp.HEADER + "9,张伟,11010519491231802X,男,1949-12-31,甲村\n");
        assertThat(link(left, right))
                .singleElement()
                .asString()
                .startsWith("1,9,")
                .contains(",REPAIRED,");
    }

    @Test
    void LNK03_twins_are_not_swapped_where_the_number_is_missing() throws IOException {
        Path left = list(
                "left.csv", MadeUp.HEADER + "1,王建军,,男,1990-05-05,甲村\n2,王建国,,男,1990-05-05,甲村\n" + MadeUp.crowd(0, 40));
        Path right = list("right.csv", MadeUp.HEADER + "9,王建民,,男,1990-05-05,甲村\n" + MadeUp.crowd(0, 40));
        assertThat(link(left, right)).noneMatch(m -> m.contains(",9,"));
        assertThat(lines("unmatched-right.csv").stream().anyMatch(l -> l.startsWith("9,"))
                        || lines("review.csv").stream().anyMatch(l -> l.contains(",9,")))
                .isTrue();
    }

    @Test
    void LNK04_a_number_borrowed_from_a_sibling_does_not_bring_the_siblings_together() throws IOException {
        // the right row is Li Mei, carrying her brother's number
        Path left = list(
                "left.csv",
                MadeUp.HEADER + "1,李刚,11010519491231002X,男,1949-12-31,甲村\n2,李梅,11010519520505024X,女,1952-05-05,甲村\n"
                        + MadeUp.crowd(0, 40));
        Path right =
                list("right.csv", MadeUp.HEADER + "9,李梅,11010519491231002X,女,1952-05-05,甲村\n" + MadeUp.crowd(0, 40));
        List<String> matches = link(left, right);
        assertThat(matches).noneMatch(m -> m.startsWith("1,9,"));
        assertThat(lines("review.csv")).anyMatch(l -> l.startsWith("1,9,"));
    }

    @Test
    void LNK05_duplicates_of_one_person_all_get_their_match() throws IOException {
        String person = "张伟,11010519491231002X,男,1949-12-31,甲村\n";
        Path left = list("left.csv", MadeUp.HEADER + "1," + person + "2," + person);
        Path right = list("right.csv", MadeUp.HEADER + "7," + person + "8," + person);
        assertThat(link(left, right))
                .extracting(m -> m.substring(0, 4))
                .containsExactly("1,7,", "1,8,", "2,7,", "2,8,");
        assertThat(lines("duplicates-left.csv")).containsExactly("id,cluster", "1,1", "2,1");
    }

    @Test
    void LNK07_every_row_of_the_input_is_accounted_for() throws IOException {
        Path left = list(
                "left.csv", MadeUp.HEADER + MadeUp.crowd(0, 300) + "x,\"broken\ny\n,,,,,\n" + MadeUp.crowd(300, 310));
        Path right = list("right.csv", MadeUp.HEADER + MadeUp.crowd(100, 400));
        link(left, right);
        String summary = Files.readString(dir.resolve("out/summary.json"));
        assertThat(summary).contains("\"rowsIn\" : 313").doesNotContain("\"rowsInEqualRowsOut\" : false");
    }

    @Test
    void LNK08_two_columns_with_one_meaning_and_unknown_headers_are_refused_in_words() throws IOException {
        Path good = list("right.csv", MadeUp.HEADER + MadeUp.crowd(0, 3));
        Path twice = list("twice.csv", "姓名,身份证号,公民身份号码\n张伟,,\n");
        assertThatThrownBy(() -> link(twice, good))
                .hasMessageContaining("twice.csv, line 1: column 3 (公民身份号码)")
                .hasMessageContaining("身份证号");
        Path unknown = list("unknown.csv", "foo,bar\n1,2\n");
        assertThatThrownBy(() -> link(unknown, good))
                .hasMessageContaining("foo | bar")
                .hasMessageContaining("姓名");
        Path empty = list("empty.csv", "");
        assertThatThrownBy(() -> link(empty, good)).hasMessageContaining("empty");
    }

    @Test
    void LNK09_gb18030_and_villages_by_name_link_with_utf8_and_villages_by_code() throws IOException {
        StringBuilder left = new StringBuilder("编号,姓名,身份证号,性别,出生日期,行政区划代码\n");
        StringBuilder right = new StringBuilder("序号,姓名,身份证号,性别,出生日期,行政村\n");
        for (int i = 0; i < 200; i++) {
            String[] p = MadeUp.person(i);
            left.append(i)
                    .append(',')
                    .append(p[0])
                    .append(',')
                    .append(p[1])
                    .append(',')
                    .append(p[2])
                    .append(',')
                    .append(p[3])
                    .append(",21092110120")
                    .append(i % 4)
                    .append('\n');
            // every tenth row has no number
            right.append(i)
                    .append(',')
                    .append(p[0])
                    .append(',')
                    .append(i % 10 == 0 ? "" : p[1])
                    .append(',')
                    .append(p[2])
                    .append(',')
                    .append(i % 20 == 0 ? "" : p[3])
                    .append(',')
                    .append("东西南北".charAt(i % 4))
                    .append("沟村\n");
        }
        Path gb = Files.write(dir.resolve("gb.csv"), right.toString().getBytes(Charset.forName("GB18030")));
        List<String> matches = link(list("left.csv", left.toString()), gb);
        assertThat(matches).hasSize(200).allMatch(m -> m.matches("(\\d+),\\1,.*"));
    }

    @Test
    void LNK10_dedupe_finds_rows_of_one_person_and_keeps_twins_apart() throws IOException {
        Path list = list(
                "list.csv",
                MadeUp.HEADER + "1,张伟,11010519491231002X,男,1949-12-31,甲村\n2,張偉,110105491231002,男,1949-12-31,甲村\n"
                        + "3,张强,110105194912310046,男,1949-12-31,甲村\n" + MadeUp.crowd(0, 100));
        engine.dedupe(list, dir.resolve("out"));
        assertThat(lines("duplicates.csv")).containsExactly("id,cluster", "1,1", "2,1");
    }

    @Test
    void LNK11_many_to_one_gives_every_left_row_its_right_row() throws IOException {
        Path left = list(
                "left.csv",
                MadeUp.HEADER + "1,张伟,11010519491231002X,男,1949-12-31,甲村\n2,张伟,,男,1949-12-31,甲村\n"
                        + MadeUp.crowd(0, 30));
        Path right =
                list("right.csv", MadeUp.HEADER + "9,张伟,11010519491231002X,男,1949-12-31,甲村\n" + MadeUp.crowd(0, 30));
        engine.link(left, right, dir.resolve("out"), Assignment.Shape.MANY_TO_ONE);
        assertThat(lines("matches.csv")).anyMatch(l -> l.startsWith("1,9,")).anyMatch(l -> l.startsWith("2,9,"));
    }

    @Test
    void LNK12_a_value_that_far_too_many_share_is_a_placeholder_and_brings_nobody_together() throws IOException {
        StringBuilder left = new StringBuilder("编号,姓名,性别,出生日期,行政村,电话\n");
        StringBuilder right = new StringBuilder(left);
        for (int i = 0; i < 400; i++) {
            String[] p = MadeUp.person(i);
            String name = i % 2 == 0 ? "巴图" : p[0];
            String village = "," + "甲乙丙丁戊己庚辛".charAt(i / 2 % 8) + "村";
            left.append(i)
                    .append(',')
                    .append(name)
                    .append(',')
                    .append(p[2])
                    .append(',')
                    .append(p[3])
                    .append(village)
                    .append(",1390000")
                    .append(1000 + i)
                    .append('\n');
            right.append(i)
                    .append(',')
                    .append(name)
                    .append(',')
                    .append(p[2])
                    .append(",1900-01-01")
                    .append(village)
                    .append(",13800000000\n");
        }
        List<String> matches = link(list("left.csv", left.toString()), list("right.csv", right.toString()));
        // two hundred people called 巴图 are told apart by nothing
        assertThat(matches).allMatch(m -> m.matches("(\\d+),\\1,.*"));
    }

    @Test
    void LNK13_long_names_that_differ_only_at_their_end_are_not_one_name() throws IOException {
        Path left = list("left.csv", MadeUp.HEADER + "1,博尔济吉特·乌兰巴特尔,,男,1990-05-05,甲村\n" + MadeUp.crowd(0, 40));
        Path right = list("right.csv", MadeUp.HEADER + "9,博尔济吉特·乌兰巴图雅,,男,1990-05-05,甲村\n" + MadeUp.crowd(0, 40));
        assertThat(link(left, right)).isEmpty();
    }

    private List<String> link(Path left, Path right) throws IOException {
        engine.link(left, right, dir.resolve("out"), Assignment.Shape.ONE_TO_ONE);
        return lines("matches.csv").stream()
                .skip(1)
                .filter(l -> !l.startsWith("c"))
                .toList();
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(dir.resolve("out").resolve(name));
    }

    private Path list(String name, String text) throws IOException {
        return Files.writeString(dir.resolve(name), text);
    }
}
