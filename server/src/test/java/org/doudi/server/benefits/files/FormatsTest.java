package org.doudi.server.benefits.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.doudi.server.benefits.files.FileRefused.Cause;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bank's own layouts, and returns longer than memory. */
class FormatsTest {
    private static final FileHead HEAD = new FileHead(
            "DOUDI-210921-7",
            LocalDate.of(2017, 7, 10),
            Instant.parse("2017-07-05T02:00:00Z"),
            new Payer("阜新蒙古族自治县民政局", "402211000018", "210921"),
            2,
            75_050);
    private static final Payment WANG = new Payment("D1-1", 45_000, "王秀英", "402211000018", "6228480000000000018");
    private static final Payment RARE =
            new Payment("D2-1", 30_050, "\uD862\uDF4E丽", "402211000018", "6228480000000000026");

    private static byte[] write(String layout, Payment... payments) throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        LayoutFormat.parse(layout).write(HEAD, each -> List.of(payments).forEach(each), to);
        return to.toByteArray();
    }

    @Test
    @DisplayName("2.1-1 a credit union's delimited layout: head with count and sum, rows, GB18030 with rare names")
    void delimited() throws IOException {
        byte[] bytes = write("""
                encoding=GB18030
                separator=|
                header={message}|{date}|{count}|{sum}
                row={number}|{reference}|{account}|{holder}|{amount}
                """, WANG, RARE);
        assertThat(new String(bytes, Charset.forName("GB18030"))).isEqualTo("""
                DOUDI-210921-7|20170710|2|750.50
                1|D1-1|6228480000000000018|王秀英|450.00
                2|D2-1|6228480000000000026|\uD862\uDF4E丽|300.50
                """.replace("\n", "\r\n"));
    }

    @Test
    @DisplayName("2.1-1 a fixed layout counts its widths in bytes and cuts nothing")
    void fixed() throws IOException {
        String layout =
                "encoding=GB18030\nrow={reference:6}{holder:8}{fen:010}{account:>20}\ntrailer=T{count:05}{sum-fen:012}\n";
        byte[] bytes = write(layout, WANG);
        assertThat(new String(bytes, Charset.forName("GB18030")))
                .isEqualTo("D1-1  王秀英  0000045000 6228480000000000018\r\nT00002000000075050\r\n");
        assertThatThrownBy(() -> write(layout.replace("holder:8", "holder:5"), WANG))
                .isInstanceOfSatisfying(FileRefused.class, e -> {
                    assertThat(e.why()).isEqualTo(Cause.TOO_LONG);
                    assertThat(e.place()).isEqualTo("D1-1 {holder}");
                });
    }

    @Test
    @DisplayName("2.1-1 a name that the encoding has not is an error with its transfer, never a question mark")
    void unfit() {
        assertThatThrownBy(() -> write("encoding=GBK\nrow={reference}|{holder}\n", WANG, RARE))
                .isInstanceOfSatisfying(FileRefused.class, e -> {
                    assertThat(e.why()).isEqualTo(Cause.CHARACTERS);
                    assertThat(e.place()).isEqualTo("D2-1");
                });
        Payment barred = new Payment("D3-1", 1, "王|五", "402211000018", "1");
        assertThatThrownBy(() -> write("encoding=UTF-8\nseparator=|\nrow={reference}|{holder}\n", barred))
                .isInstanceOfSatisfying(
                        FileRefused.class, e -> assertThat(e.why()).isEqualTo(Cause.CHARACTERS));
    }

    @ParameterizedTest(name = "a layout that cannot be meant is refused: {0}")
    @CsvSource(delimiter = ';', textBlock = """
            encoding=LATIN1|row={reference};encoding
            encoding=UTF-8|row={holder};row
            encoding=UTF-8|row={reference}{secret};row {secret}
            encoding=UTF-8|row={reference}{holder:x};row {holder:x}
            encoding=UTF-8|row={reference}|rows=x;rows
            """)
    void layouts(String lines, String place) {
        assertThatThrownBy(() -> LayoutFormat.parse(lines.replace('|', '\n')))
                .isInstanceOfSatisfying(FileRefused.class, e -> {
                    assertThat(e.why()).isEqualTo(Cause.LAYOUT);
                    assertThat(e.place()).isEqualTo(place);
                });
    }

    @Test
    @DisplayName(
            "2.1-1 a million rows of pain.002 are handed on while they are read: never more than a part of them is in memory")
    void million() {
        int rows = 1_000_000;
        String start =
                "<Document xmlns=\"" + StatusReport.NAMESPACE + "\"><CstmrPmtStsRpt><OrgnlGrpInfAndSts><OrgnlMsgId>"
                        + HEAD.message() + "</OrgnlMsgId></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts>";
        long[] made = {0};
        InputStream endless = new InputStream() {
            private byte[] part = start.getBytes(StandardCharsets.UTF_8);
            private int at;

            @Override
            public int read(byte[] bytes, int from, int length) {
                int one = read();
                if (one < 0) {
                    return -1;
                }
                bytes[from] = (byte) one;
                int more = Math.min(length - 1, part.length - at);
                System.arraycopy(part, at, bytes, from + 1, more);
                at += more;
                return more + 1;
            }

            @Override
            public int read() {
                if (at == part.length) {
                    if (made[0] > rows) {
                        return -1;
                    }
                    made[0]++;
                    String text = made[0] <= rows
                            ? "<TxInfAndSts><OrgnlEndToEndId>D" + made[0]
                                    + "-1</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts>"
                            : "</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>";
                    part = text.getBytes(StandardCharsets.UTF_8);
                    at = 0;
                }
                return part[at++];
            }
        };
        long[] ahead = {0, 0};
        new StatusReport().read(endless, HEAD, row -> {
            ahead[0] = Math.max(ahead[0], made[0] - row.nth());
            ahead[1]++;
        });
        assertThat(ahead[1]).isEqualTo(rows);
        assertThat(ahead[0]).as("rows that were made and not yet handed on").isLessThan(2_000);
    }
}
