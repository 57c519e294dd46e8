package org.doudi.server.benefits.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** The ISO 20022 file against the part of pain.001.001.09 that the platform writes: what passes that part passes the whole. */
class IsoFormatTest {
    private static final Schema WRITTEN = schema();

    private static Schema schema() {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(Objects.requireNonNull(
                            IsoFormatTest.class.getResource("pain.001.001.09-written.xsd"), "schema"));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] write(Payer payer, List<Payment> payments) throws IOException {
        long fen = payments.stream().mapToLong(Payment::fen).sum();
        FileHead head = new FileHead(
                "DOUDI-210921-7",
                LocalDate.of(2017, 7, 10),
                Instant.parse("2017-07-05T02:00:00Z"),
                payer,
                payments.size(),
                fen);
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        new IsoFormat().write(head, payments::forEach, to);
        return to.toByteArray();
    }

    private static void check(byte[] file) throws IOException, SAXException {
        WRITTEN.newValidator().validate(new StreamSource(new ByteArrayInputStream(file)));
    }

    @Property(tries = 200)
    @Label("2.1-1 whatever the names, numbers and amounts: the file keeps to the schema of pain.001.001.09")
    void kept(@ForAll("payers") Payer payer, @ForAll("transfers") List<Payment> payments)
            throws IOException, SAXException {
        check(write(payer, payments));
    }

    @Example
    @Label("2.1-1 what the schema does not let through is refused before the file is made, with its transfer")
    void refused() throws IOException, SAXException {
        Payer payer = new Payer("阜新蒙古族自治县民政局", null, "210921");
        check(write(payer, List.of(new Payment("D1-1", 1, "王".repeat(140), "402211000018", "6".repeat(34)))));
        for (Payment wrong : List.of(
                new Payment("D1-1", 1, "王".repeat(141), "402211000018", "6"),
                new Payment("D1-1", 1, "王\u0001五", "402211000018", "6"),
                new Payment("D1-1", 1, "\uD862五", "402211000018", "6"),
                new Payment("D1-1", 1, "王五", "402211000018", "6".repeat(35)),
                new Payment("D1-1", 1, " ", "402211000018", "6"))) {
            assertThatThrownBy(() -> write(payer, List.of(wrong)))
                    .isInstanceOfSatisfying(
                            FileRefused.class, e -> assertThat(e.place()).startsWith("D1-1"));
        }
    }

    @Example
    @Label("2.1-1 the schema of the test finds what a bank would: order, missing parts, digits, lengths")
    void strict() throws IOException {
        Payer payer = new Payer("阜新蒙古族自治县民政局", "402211000018", "210921");
        String good = new String(
                write(payer, List.of(new Payment("D1-1", 45_000, "王秀英", "402211000018", "6228480000000000018"))),
                StandardCharsets.UTF_8);
        for (String[] change : new String[][] {
            {"<NbOfTxs>1</NbOfTxs>", ""},
            {"<InstdAmt Ccy=\"CNY\">450.00", "<InstdAmt Ccy=\"CNY\">450.001"},
            {"<InstdAmt Ccy=\"CNY\">", "<InstdAmt>"},
            {"<EndToEndId>D1-1", "<EndToEndId>" + "D".repeat(36)},
            {"<Dt>2017-07-10", "<Dt>2017-07-32"},
            {"<PmtMtd>TRF", "<PmtMtd>XXX"},
            {"<Nm>王秀英</Nm>", "<Nm></Nm>"}
        }) {
            String bad = good.replace(change[0], change[1]);
            assertThat(bad).isNotEqualTo(good);
            assertThatThrownBy(() -> check(bad.getBytes(StandardCharsets.UTF_8)))
                    .as(change[1])
                    .isInstanceOf(SAXException.class);
        }
    }

    @Provide
    Arbitrary<Payer> payers() {
        return Combinators.combine(names(), banks().injectNull(0.3), numbers())
                .as((String name, @Nullable String bank, String number) -> new Payer(name, bank, number));
    }

    @Provide
    Arbitrary<List<Payment>> transfers() {
        Arbitrary<String> references = Arbitraries.longs()
                .between(1, Long.MAX_VALUE)
                .flatMap(line -> Arbitraries.integers().between(1, 99).map(nth -> "D" + line + "-" + nth));
        return Combinators.combine(
                        references, Arbitraries.longs().between(1, 99_999_999_999L), names(), banks(), numbers())
                .as(Payment::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    /** Han of every plane, the alphabets of minorities, what XML escapes. */
    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('\u4E00', '\u9FFF')
                .withChars("·&<>\"'ᠮᠣ\u200D ")
                .ofMinLength(1)
                .ofMaxLength(137)
                .map(name -> "王" + name + new String(Character.toChars(0x20BB7)));
    }

    private static Arbitrary<String> banks() {
        return Arbitraries.strings().numeric().ofLength(12);
    }

    private static Arbitrary<String> numbers() {
        return Arbitraries.strings().numeric().withChars('-').ofMinLength(1).ofMaxLength(34);
    }
}
