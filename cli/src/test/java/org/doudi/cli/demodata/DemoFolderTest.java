package org.doudi.cli.demodata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.doudi.cli.folder.ForeignFolder;
import org.doudi.cli.folder.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {
    private static final int VILLAGES = 12;

    @TempDir
    private static Path temp;

    private static Path lists;

    @BeforeAll
    static void makeUp() throws IOException {
        lists = temp.resolve("lists");
        SomeVillages.write(lists, 80, VILLAGES, 5);
    }

    @Test
    void DEMO02_the_same_seed_gives_the_same_bytes_and_another_gives_other_people() throws IOException {
        Path again = temp.resolve("again");
        Path other = temp.resolve("other");
        SomeVillages.write(again, 80, VILLAGES, 5);
        SomeVillages.write(other, 80, VILLAGES, 6);
        for (Path file : files(lists)) {
            Path relative = lists.relativize(file);
            assertThat(again.resolve(relative)).hasSameBinaryContentAs(file);
        }
        assertThat(Files.mismatch(lists.resolve("persons.csv"), other.resolve("persons.csv")))
                .isNotNegative();
    }

    @Test
    void DEMO03_every_id_number_is_valid_and_nobody_shares_one() throws IOException {
        Set<String> seen = new HashSet<>();
        for (String[] person : rows("persons.csv", StandardCharsets.UTF_8)) {
            String id = person[4];
            assertThat(IdNumbers.withCheckDigit(id.substring(0, 17))).isEqualTo(id);
            assertThat(id.substring(6, 14)).isEqualTo(person[6].replace("-", ""));
            assertThat((id.charAt(16) - '0') % 2 == 1 ? "男" : "女").isEqualTo(person[5]);
            assertThat(seen.add(id)).as(id).isTrue();
        }
    }

    @Test
    void DEMO04_the_dirt_comes_at_the_rates_of_the_field() throws IOException {
        Map<String, Integer> marks = new HashMap<>();
        int rows = 0;
        for (String[] row : rows("truth/links.csv", StandardCharsets.UTF_8)) {
            rows++;
            marks.merge(row[5].equals("1") ? "twice" : "once", 1, Integer::sum);
            for (String mark : row[6].split("\\+", -1)) {
                marks.merge(mark, 1, Integer::sum);
            }
        }
        assertThat(rows).isGreaterThan(4000);
        Map<String, Double> expected = Map.of(
                "one-digit",
                .03,
                "missing",
                .02,
                "fifteen",
                .018,
                "swapped",
                .01,
                "name",
                .015,
                "birth",
                .01,
                "twice",
                .048);
        for (Map.Entry<String, Double> rate : expected.entrySet()) {
            double share = marks.getOrDefault(rate.getKey(), 0) / (double) rows;
            assertThat(share).as(rate.getKey()).isBetween(rate.getValue() * .6, rate.getValue() * 1.5);
        }
    }

    @Test
    void DEMO05_a_folder_with_somebodys_files_is_not_touched() throws IOException {
        Path foreign = Files.createDirectories(temp.resolve("foreign"));
        Files.writeString(foreign.resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> DemoFolder.write(foreign, Scale.VILLAGE, 1, Progress.silent()))
                .isInstanceOf(ForeignFolder.class)
                .hasMessageContaining("did not write");
        assertThat(foreign.resolve("thesis.txt")).hasContent("years of work");
        assertThat(files(foreign)).hasSize(1);
    }

    @Test
    void DEMO06_the_lists_come_as_departments_send_them() throws IOException {
        byte[] dibao = Files.readAllBytes(lists.resolve("dibao.csv"));
        assertThat(new String(dibao, Charset.forName("GB18030"))).startsWith("序号,户号,户主姓名,姓名,身份证号码");
        assertThat(new String(dibao, StandardCharsets.UTF_8)).doesNotStartWith("序号");
        assertThat(Files.readAllBytes(lists.resolve("register.csv"))).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(Files.readAllBytes(lists.resolve("tekun.xlsx"))).startsWith('P', 'K');
        for (String[] row : rows("certificates.csv", StandardCharsets.UTF_8)) {
            assertThat(row[3].length()).isIn(0, 20, 22);
        }
    }

    @Test
    void DEMO07_the_city_has_its_size() {
        List<Scale.Ground> city = Scale.CITY.grounds(org.doudi.cli.divisions.Divisions.load());
        assertThat(city.stream().mapToInt(Scale.Ground::households).sum()).isEqualTo(350_000);
        List<Scale.Ground> province = Scale.PROVINCE.grounds(org.doudi.cli.divisions.Divisions.load());
        assertThat(province.stream().mapToInt(Scale.Ground::households).sum()).isEqualTo(4_200_000);
        assertThat(province.stream().map(ground -> ground.village().code())).doesNotHaveDuplicates();
        List<Scale.Ground> sample = Scale.SAMPLE.grounds(org.doudi.cli.divisions.Divisions.load());
        assertThat(sample).hasSize(4);
        assertThat(sample.stream().mapToInt(Scale.Ground::households).sum()).isBetween(1_500, 3_000);
        assertThat(Scale.VILLAGE.grounds(org.doudi.cli.divisions.Divisions.load()))
                .hasSize(1);
    }

    private static List<Path> files(Path dir) throws IOException {
        try (Stream<Path> all = Files.walk(dir)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static List<String[]> rows(String file, Charset charset) throws IOException {
        return Files.readAllLines(lists.resolve(file), charset).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
