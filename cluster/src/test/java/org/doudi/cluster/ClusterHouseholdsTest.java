package org.doudi.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.doudi.cli.Answers;
import org.doudi.cli.Simulating;
import org.doudi.cli.SimulationReport;
import org.doudi.cli.SimulationReport.Format;
import org.doudi.policy.json.JsonLines;
import org.doudi.policy.json.LineAssessor;
import org.doudi.policy.parameters.ParameterPack;
import org.doudi.policy.simulation.Reform;
import org.doudi.policy.simulation.Simulation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Households on Spark against the same households on one machine. */
class ClusterHouseholdsTest {
    @TempDir
    Path dir;

    private final ClusterRun cluster = new ClusterRun();
    private byte[] households = {};
    private Path file = Path.of("");

    @BeforeEach
    void households() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            int wage = 2_000 + 40 * i;
            lines.append("""
                    {"householdId":"H%d","village":"%s","assessedOn":"2017-06-20","consent":true,"members":[{"memberId":"1",\
                    "birthDate":"1953-01-27","labour":"PARTIAL","student":false,"disability":null,"seriousIllness":false,\
                    "bedridden":false,"preferential":false,"supporter":"ABLE","livingElsewhereFunded":false,"job":null}],\
                    "income":[{"memberId":"1","item":"WAGE","yuan":"%d.00"}],"spending":[],\
                    "assets":{"financialYuan":"0.00","houses":1,"cars":0,"machines":0,"business":false},"guarantees"\
                    :{"food":true,"clothing":true,"education":true,"medical":true,"housing":true},"rolls":{"tekun":[],"l\
                    ivingAllowance":[],"careAllowance":[]}}
                    """.formatted(i, i % 2 == 0 ? "210921100201" : "210922100201", wage));
            if (i % 100 == 7) {
                lines.append("\n{\"householdId\":\"broken\",\n");
            }
        }
        households = lines.append("{\"householdId\":\"last\"}").toString().getBytes(StandardCharsets.UTF_8);
        file = Files.write(dir.resolve("households.jsonl"), households);
    }

    private String assessed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ParameterPack pack = ParameterPack.load();
        new Answers(() -> new LineAssessor(pack, LineAssessor.Detail.NOTHING), 1)
                .answer(
                        new JsonLines(new ByteArrayInputStream(households)),
                        (bytes, length) -> out.write(bytes, 0, length));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void CLU08_every_household_gets_the_answer_of_one_machine_and_every_broken_line_its_number() throws IOException {
        String expected = assessed();
        assertThat(expected.lines()).hasSize(405);
        for (int parts : new int[] {1, 2, 7}) {
            Path out = dir.resolve("assessed" + parts);
            int status = cluster.run("assess", file, "--out", out, "--master", "local[2]", "--partitions", parts);
            assertThat(status).as(cluster.err()).isEqualTo(3);
            assertThat(Files.readString(out.resolve("assessments.jsonl"))).isEqualTo(expected);
            assertThat(out.resolve("_SUCCESS")).exists();
        }
    }

    @Test
    void CLU09_a_reform_comes_to_the_same_sums_and_names_the_same_households() throws IOException {
        ParameterPack pack = ParameterPack.load();
        Reform reform = Reform.parse(List.of("dibao.standard=6200@2109"), LocalDate.of(2017, 7, 1), null, pack);
        Simulation simulation = new Simulation(pack, reform);
        SimulationReport report = new SimulationReport(pack, reform);
        StringBuilder json = new StringBuilder(report.head(Format.JSON));
        StringBuilder csv = new StringBuilder(report.head(Format.CSV));
        Simulating simulating = new Simulating(simulation, changed -> {
            json.append(report.household(Format.JSON, changed));
            csv.append(report.household(Format.CSV, changed));
        });
        simulating.run(new JsonLines(new ByteArrayInputStream(households)));
        json.append(report.foot(Format.JSON, simulation));
        String text = report.head(Format.TEXT) + report.foot(Format.TEXT, simulation);
        for (int parts : new int[] {1, 7}) {
            Path out = dir.resolve("simulated" + parts);
            int status = cluster.run(
                    "simulate",
                    file,
                    "--set",
                    "dibao.standard=6200@2109",
                    "--from",
                    "2017-07-01",
                    "--out",
                    out,
                    "--master",
                    "local[2]",
                    "--partitions",
                    parts);
            assertThat(status).as(cluster.err()).isEqualTo(3);
            assertThat(Files.readString(out.resolve("summary.txt"))).isEqualTo(text);
            assertThat(Files.readString(out.resolve("report.json"))).isEqualTo(json.toString());
            assertThat(Files.readString(out.resolve("households.csv"))).isEqualTo(csv.toString());
        }
        assertThat(csv.toString().lines())
                .as("households that the reform changes")
                .hasSizeGreaterThan(3);
    }

    @Test
    void CLU10_what_is_wrong_with_a_call_is_said_before_a_cluster_is_asked_for_anything() {
        assertThat(cluster.run(
                        "simulate", file, "--set", "no.such=1", "--from", "2017-07-01", "--out", dir.resolve("out")))
                .isEqualTo(2);
        assertThat(cluster.run("assess", file, "--out", dir.resolve("out"), "--partitions", "-1"))
                .isEqualTo(2);
        assertThat(cluster.run("assess", dir.resolve("absent"), "--out", dir.resolve("out"), "--master", "local[1]"))
                .isEqualTo(1);
        assertThat(cluster.err())
                .contains("no.such", "--partitions", "there is no file")
                .doesNotContain("\tat ");
        assertThat(dir.resolve("out/_SUCCESS")).doesNotExist();
    }
}
