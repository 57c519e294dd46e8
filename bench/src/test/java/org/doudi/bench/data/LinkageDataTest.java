package org.doudi.bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkageDataTest {
    @TempDir
    private Path directory;

    @Test
    void BEN01_the_same_seed_gives_the_same_bytes_and_another_seed_others() throws IOException {
        for (String run : List.of("one", "two")) {
            LinkageData.write(directory.resolve(run), 2_000, 1, 7);
        }
        LinkageData.write(directory.resolve("three"), 2_000, 1, 8);
        for (String file : List.of("left.csv", "right.csv", "left.truth.csv", "right.truth.csv")) {
            Path one = directory.resolve("one").resolve(file);
            assertThat(directory.resolve("two").resolve(file)).hasSameBinaryContentAs(one);
            assertThat(Files.mismatch(one, directory.resolve("three").resolve(file)))
                    .isNotNegative();
        }
    }

    @Test
    void BEN02_most_id_numbers_are_sound_and_the_promised_shares_hold() throws IOException {
        LinkageData.write(directory, 20_000, 1, 7);
        List<String> rows = Files.readAllLines(directory.resolve("left.csv"));
        assertThat(rows).hasSize(20_001).first().isEqualTo("id,idNumber,name,sex,birthDate,village,phone");
        int sound = 0;
        int missing = 0;
        int old = 0;
        for (String row : rows.subList(1, rows.size())) {
            String id = row.split(",", -1)[1].trim().toUpperCase(java.util.Locale.ROOT);
            missing += id.isEmpty() ? 1 : 0;
            old += id.length() == 15 ? 1 : 0;
            sound += id.length() == 18 && IdNumbers.check(id) == id.charAt(17) ? 1 : 0;
        }
        assertThat(missing).isBetween(300, 500);
        assertThat(old).isBetween(220, 420);
        assertThat(sound).isBetween(18_200, 18_900);
        Set<String> left = entities("left");
        Set<String> right = entities("right");
        assertThat(left.size()).isBetween(18_900, 19_200);
        double both = right.stream().filter(left::contains).count() / (double) left.size();
        assertThat(both).isBetween(0.68, 0.72);
    }

    @Test
    void BEN03_no_two_people_have_one_id_number() {
        IdOffice office = new IdOffice();
        Set<Long> given = new HashSet<>();
        Families families = new Families(7, 20_000, new ChineseNames());
        for (int f = 0; f < 8_000; f++) {
            long before = 0;
            for (Person person : families.family(f).members()) {
                before = office.next(Dice.at(7, 2, f), person, before);
                assertThat(given.add(before)).isTrue();
                assertThat((before % 2 == 0)).isEqualTo(person.woman());
            }
        }
    }

    @Test
    void BEN04_the_check_character_is_that_of_the_standards_examples() {
        assertThat(IdNumbers.check("11010519491231002")).isEqualTo('X');
        assertThat(IdNumbers.check("44052418800101001")).isEqualTo('4');
    }

    private Set<String> entities(String side) throws IOException {
        Set<String> entities = new HashSet<>();
        List<String> lines = Files.readAllLines(directory.resolve(side + ".truth.csv"));
        lines.subList(1, lines.size()).forEach(line -> entities.add(line.substring(line.indexOf(',') + 1)));
        return entities;
    }
}
