package org.doudi.server.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.doudi.server.benefits.files.FileRefused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A county that pays through a credit union with a layout of its own. */
class LayoutReleaseTest extends BankTreasury {
    @TempDir
    static Path folder;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) throws IOException {
        Files.writeString(layout(), """
                encoding=GB18030
                separator=|
                header={payer}|{payer-account}|{count}|{sum}
                row={reference}|{holder}|{amount}
                """);
        Path payers = folder.resolve("payers.properties");
        Files.writeString(payers, "210921.name=县财政局专户\n210921.account=0612\n");
        settings.add("doudi.money.layout", () -> layout().toString());
        settings.add("doudi.money.payers", payers::toString);
    }

    private static Path layout() {
        return folder.resolve("layout.properties");
    }

    private String text(Run run) {
        return new String(file(run), Charset.forName("GB18030"));
    }

    @Test
    @DisplayName("2.1-1 the layout of the day of release stays with the run; a broken layout stops the next release")
    void kept() throws IOException {
        LocalDate month = LocalDate.of(2020, 3, 1);
        deposit(1_000_000);
        long family = household();
        grant(family, Aid.DIBAO, 12_345, month, null);
        account(family);
        Run run = released(month);
        String text = text(run);
        assertThat(text).startsWith("县财政局专户|0612|1|123.45\r\nD");
        assertThat(text).endsWith("|123.45\r\n");
        Files.writeString(layout(), "encoding=GB18030\nrow={nothing}\n");
        assertThat(text(run)).isEqualTo(text);
        assertThatThrownBy(() -> released(month.plusMonths(1)))
                .isInstanceOfSatisfying(
                        FileRefused.class, e -> assertThat(e.why()).isEqualTo(FileRefused.Cause.LAYOUT));
        assertThat(lines(family, month.plusMonths(1))).containsExactly("SAME TO_PAY 12345 0 0");
    }
}
