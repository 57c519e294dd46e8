package org.doudi.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.doudi.server.exchange.container.Algorithm;
import org.doudi.server.exchange.container.FeedbackFile;
import org.doudi.server.exchange.container.FeedbackRow;
import org.doudi.server.exchange.container.Sealing;
import org.doudi.server.exchange.container.Sm3;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files of feedback, checked with nothing but the files. */
class FeedbackFileTest {
    private static final String CHANNEL = "210921-REGISTER-POVERTY_OFFICE";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private Sealing sender = Sealing.fresh(Algorithm.SM2);

    @BeforeEach
    void key() throws IOException {
        Files.writeString(folder.resolve("sender.pub"), sender.verifying().pem());
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String... words) {
        heard.reset();
        PrintStream to = new PrintStream(heard, true, StandardCharsets.UTF_8);
        return ExchangeCommand.run(List.of(words), to, to);
    }

    private String said() {
        return heard.toString(StandardCharsets.UTF_8);
    }

    private static List<String> told(int nth) {
        return List.of(
                "%032x".formatted(nth),
                "建档立卡,名单.csv",
                "3",
                "DUE_TO_LEAVE_REGISTER",
                "LIST_WRONG",
                "2017-06-01",
                "2017-07-13",
                "2017-06-20",
                "TOLD");
    }

    private List<FeedbackRow> chain(String previous, int first, int count) {
        List<FeedbackRow> rows = new ArrayList<>();
        String hash = previous;
        for (int i = first; i < first + count; i++) {
            FeedbackRow row = FeedbackRow.sign(CHANNEL, hash, i, told(i), sender);
            rows.add(row);
            hash = row.hash();
        }
        return rows;
    }

    private int feedback(byte[] file, String... more) throws IOException {
        Files.write(folder.resolve("feedback"), file);
        List<String> words = new ArrayList<>(List.of("verify", file("feedback"), "--key", file("sender.pub")));
        words.addAll(List.of(more));
        return run(words.toArray(new String[0]));
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    @DisplayName("2.4-6 feedback is checked row by row, and that a file goes on where the one before it ended")
    void feedback(Algorithm algorithm) throws IOException {
        sender = Sealing.fresh(algorithm);
        Files.writeString(folder.resolve("sender.pub"), sender.verifying().pem());
        List<FeedbackRow> rows = chain(Sm3.NOTHING, 1, 3);
        byte[] first = FeedbackFile.write(CHANNEL, Sm3.NOTHING, "2017-06-21", rows, sender);
        assertThat(feedback(first)).as(said()).isZero();
        assertThat(said()).contains("rows 1 to 3", "each of its rows are whole");
        Files.write(folder.resolve("before"), first);
        String last = rows.get(2).hash();
        byte[] next = FeedbackFile.write(CHANNEL, last, "2017-06-22", chain(last, 4, 2), sender);
        assertThat(feedback(next, "--after", file("before"))).as(said()).isZero();
        byte[] later = FeedbackFile.write(
                CHANNEL, rows.get(1).hash(), "2017-06-22", chain(rows.get(1).hash(), 3, 2), sender);
        assertThat(feedback(later, "--after", file("before"))).isEqualTo(1);
        assertThat(said()).contains("other delivery");
        for (int i = 0; i < first.length; i += 3) {
            byte[] changed = first.clone();
            changed[i] ^= 1;
            assertThat(feedback(changed)).as("byte " + i).isEqualTo(1);
        }
    }

    @Test
    @DisplayName(
            "2.4-6 a row of feedback that was left out, moved, put into another channel or signed by somebody else is found by its line")
    void feedbackRows() throws IOException {
        List<FeedbackRow> rows = chain(Sm3.NOTHING, 1, 3);
        feedback(FeedbackFile.write(CHANNEL, Sm3.NOTHING, "2017-06-21", List.of(rows.get(0), rows.get(2)), sender));
        assertThat(said()).contains("feedback: feedback, from line 3 ");
        feedback(FeedbackFile.write(CHANNEL.replace("21", "22"), Sm3.NOTHING, "2017-06-21", rows, sender));
        assertThat(said()).contains("feedback: feedback, from line 2 ");
        FeedbackRow other = FeedbackRow.sign(CHANNEL, rows.get(0).hash(), 2, told(2), Sealing.fresh(Algorithm.SM2));
        feedback(FeedbackFile.write(CHANNEL, Sm3.NOTHING, "2017-06-21", List.of(rows.get(0), other), sender));
        assertThat(said()).contains("feedback: signature, from line 3 ");
    }
}
