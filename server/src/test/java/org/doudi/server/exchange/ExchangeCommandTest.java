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
import org.doudi.server.exchange.container.Csv;
import org.doudi.server.exchange.container.DeliveryHead;
import org.doudi.server.exchange.container.DeliveryHead.Terms;
import org.doudi.server.exchange.container.Lines;
import org.doudi.server.exchange.container.Sealing;
import org.doudi.server.exchange.container.SignedHead;
import org.doudi.server.exchange.container.Sm3;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The commands that check a delivery and a receipt, with nothing but the files. */
class ExchangeCommandTest {
    private static final int ROWS = 2500;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Sealing sender = Sealing.fresh(Algorithm.SM2);

    @BeforeEach
    void receiver() throws IOException {
        assertThat(run("new-key", file("receiver"))).isZero();
        Files.writeString(folder.resolve("sender.pub"), sender.verifying().pem());
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String... words) {
        said.reset();
        PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
        return ExchangeCommand.run(List.of(words), to, to);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private static String row(int nth) {
        return Sm3.of(new byte[] {(byte) nth, (byte) (nth >> 8)}).substring(0, 32);
    }

    private byte[] delivery(int rows) throws IOException {
        Lines lines = new Lines();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        List<byte[]> all = new ArrayList<>();
        all.add(Csv.line(List.of("row", "change", "NAME")));
        for (int i = 0; i < rows; i++) {
            all.add(Csv.line(List.of(row(i), "ADDED", "孙宝成")));
        }
        all.forEach(line -> {
            lines.add(line);
            body.writeBytes(line);
        });
        String key = Sealing.read(Files.readString(folder.resolve("receiver")))
                .verifying()
                .encoded();
        Terms terms = new Terms(
                1,
                "双向核对",
                "辽政办发〔2017〕12号",
                "2017-12-31",
                "CIVIL_AFFAIRS",
                "POVERTY_OFFICE",
                "县扶贫办",
                key,
                List.of("NAME"));
        DeliveryHead head = new DeliveryHead(
                "210921-DIBAO-POVERTY_OFFICE",
                1,
                "2017-06",
                "2017-06-20",
                Sm3.NOTHING,
                terms,
                lines.end(rows, rows, 0, 0),
                sender.verifying().id());
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(SignedHead.sign(SignedHead.Kind.DELIVERY, head, sender).bytes());
        body.writeTo(whole);
        return whole.toByteArray();
    }

    private int verify(byte[] delivery) throws IOException {
        Files.write(folder.resolve("delivery"), delivery);
        return run("verify", file("delivery"), "--key", file("sender.pub"));
    }

    private int receipt(byte[] receipt) throws IOException {
        Files.write(folder.resolve("receipt"), receipt);
        return run("verify", file("delivery"), "--key", file("sender.pub"), "--receipt", file("receipt"));
    }

    private byte[] answered(String... rows) throws IOException {
        Files.writeString(folder.resolve("rows.csv"), "row,outcome,reason\n" + String.join("\n", rows) + "\n");
        assertThat(run(
                        "receipt",
                        file("delivery"),
                        file("receipt"),
                        "--key",
                        file("sender.pub"),
                        "--signing-key",
                        file("receiver"),
                        "--number",
                        "1",
                        "--received",
                        "2017-06-21",
                        "--rows",
                        file("rows.csv")))
                .as(said())
                .isZero();
        return Files.readAllBytes(folder.resolve("receipt"));
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    @DisplayName("2.4-5 a delivery is found whole by the sender's public key alone, by either algorithm")
    void whole(Algorithm algorithm) throws IOException {
        sender = Sealing.fresh(algorithm);
        Files.writeString(folder.resolve("sender.pub"), sender.verifying().pem());
        assertThat(verify(delivery(ROWS))).as(said()).isZero();
        assertThat(said()).contains("2500 rows, 2500 added", "whole and signed by key");
        Files.writeString(
                folder.resolve("sender.pub"),
                Sealing.fresh(algorithm).verifying().pem());
        assertThat(run("verify", file("delivery"), "--key", file("sender.pub"))).isEqualTo(1);
        assertThat(said()).contains("delivery: signer");
    }

    @Test
    @DisplayName("2.4-5 any byte of a delivery that is changed is found, and the part of the file is told")
    void anyByte() throws IOException {
        byte[] whole = delivery(3);
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        int header = text.indexOf('\n') + 1;
        int signature = text.indexOf('\n', header) + 1;
        int rows = text.indexOf('\n', signature) + 1;
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            assertThat(verify(changed)).as("byte " + i).isEqualTo(1);
            if (i < header) {
                assertThat(said()).as("byte " + i).contains("delivery: kind");
            } else if (i < rows) {
                assertThat(said()).as("byte " + i).containsPattern("delivery: (header|signer|signature)");
            } else {
                assertThat(said()).as("byte " + i).contains("delivery: rows, from line 1 ");
            }
        }
    }

    @Test
    @DisplayName("2.4-5 a changed row is found among its thousand; a cut or lengthened file and a line taken out too")
    void where() throws IOException {
        byte[] whole = delivery(ROWS);
        String text = new String(whole, StandardCharsets.UTF_8);
        assertThat(verify(
                        text.replace(row(1500) + ",ADDED", row(1500) + ",SAME").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(1);
        assertThat(said()).contains("rows, from line 1001 ").doesNotContain("line 1 ");
        assertThat(verify((text + "x").getBytes(StandardCharsets.UTF_8))).isEqualTo(1);
        assertThat(said()).contains("too long");
        assertThat(verify(text.substring(0, text.length() - 60).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(1);
        assertThat(said()).contains("cut off", "rows, from line 2001 ");
        assertThat(verify(text.replaceFirst(row(2200) + ".*\n", "").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(1);
        assertThat(said()).contains("rows, from line 2001 ");
        assertThat(verify(new byte[0])).isEqualTo(1);
        assertThat(said()).contains("kind");
    }

    @Test
    @DisplayName(
            "2.4-5 a receipt is checked by the key that its delivery names: changed, for other rows or another delivery")
    void receipts() throws IOException {
        verify(delivery(3));
        byte[] receipt = answered(row(0) + ",ACCEPTED,", row(1) + ",REFUSED,DIED");
        assertThat(receipt(receipt)).as(said()).isZero();
        assertThat(said()).contains("the receipt number 1 of 2017-06-21 with 2 rows is whole");
        for (int i = 0; i < receipt.length; i++) {
            byte[] changed = receipt.clone();
            changed[i] ^= 1;
            assertThat(receipt(changed)).as("byte " + i).isEqualTo(1);
            assertThat(said()).as("byte " + i).contains("receipt: ");
        }
        assertThat(receipt(answered(row(77) + ",ACCEPTED,"))).isEqualTo(1);
        assertThat(said()).contains("feedback");
        byte[] first = answered(row(0) + ",ACCEPTED,");
        verify(delivery(2));
        assertThat(receipt(first)).isEqualTo(1);
        assertThat(said()).contains("other delivery");
    }

    @Test
    @DisplayName("2.4-5 a command that is not whole, and files that are not there, are refused with the usage")
    void misuse() throws IOException {
        assertThat(run()).isEqualTo(2);
        assertThat(run("verify", file("delivery"))).isEqualTo(2);
        assertThat(run("verify", file("nothing"), "--key", file("sender.pub"))).isEqualTo(2);
        assertThat(said()).contains("cannot be read");
        assertThat(run("verify", file("sender.pub"), "--key", file("receiver"))).isEqualTo(1);
        Files.writeString(folder.resolve("bad.pub"), "-----BEGIN PUBLIC KEY-----\nMAA=\n-----END PUBLIC KEY-----\n");
        assertThat(run("verify", file("sender.pub"), "--key", file("bad.pub"))).isEqualTo(2);
        assertThat(run("new-key", file("receiver")))
                .as("an old key is never overwritten")
                .isEqualTo(2);
        assertThat(run("receipt", file("sender.pub"), "x", "--key", "k")).isEqualTo(2);
    }
}
