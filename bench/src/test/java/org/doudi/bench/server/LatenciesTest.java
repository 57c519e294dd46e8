package org.doudi.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts of the load that decide what is reported. */
class LatenciesTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("a percentile is the smallest time that so many did not exceed")
    void percentile() {
        List<Double> hundred =
                IntStream.rangeClosed(1, 100).mapToObj(i -> (double) i).toList();
        assertThat(Latencies.percentile(hundred, 95)).isEqualTo(95);
        assertThat(Latencies.percentile(hundred, 50)).isEqualTo(50);
        assertThat(Latencies.percentile(hundred, 99)).isEqualTo(99);
        assertThat(Latencies.percentile(List.of(7.0), 95)).isEqualTo(7);
        Latencies latencies = new Latencies();
        latencies.failed(Kind.STEP, "status 500");
        assertThat(latencies.failed()).isEqualTo(1);
        assertThat(latencies.errors()).containsExactly("step submission: status 500");
    }

    @Test
    @DisplayName("what a clerk does adds up to the whole day")
    void shares() {
        assertThat(IntStream.range(0, 100).mapToObj(Kind::at).filter(k -> k == Kind.STEP))
                .hasSize(15);
        assertThat(Kind.at(0)).isEqualTo(Kind.SEARCH);
        assertThat(Kind.at(99)).isEqualTo(Kind.STEP);
    }

    @Test
    @DisplayName("the one-time code is the one of RFC 6238, appendix B, in six digits")
    void code() {
        String secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        assertThat(Totp.at(secret, Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(Totp.at(secret, Instant.ofEpochSecond(1111111109))).isEqualTo("081804");
    }

    @Test
    @DisplayName("a city is cut to its first households, with the people of these and of no other")
    void cut() throws IOException {
        Path city = Files.createDirectory(folder.resolve("city"));
        Files.writeString(city.resolve("households.jsonl"), """
                {"householdId":"H-1","village":"210902101200"}
                {"householdId":"H-2","village":"210902101201"}
                {"householdId":"H-3","village":"210902102201"}
                """);
        Files.writeString(city.resolve("persons.csv"), """
                人编号,户编号,姓名,身份证号,与户主关系
                1,H-1,甲,1,户主
                2,H-1,乙,2,配偶
                3,H-2,丙,3,户主
                4,H-3,丁,4,户主
                """);
        Path part = folder.resolve("part");
        City.cut(city, part, 2);
        assertThat(part.resolve("households.jsonl")).content().contains("H-2").doesNotContain("H-3");
        assertThat(part.resolve("persons.csv")).content().contains("丙").doesNotContain("丁");
        assertThat(City.read(part).byTownship())
                .containsOnlyKeys("210902101")
                .containsEntry(
                        "210902101", List.of(new City.Person("H-1", "甲", "1"), new City.Person("H-2", "丙", "3")));
    }
}
