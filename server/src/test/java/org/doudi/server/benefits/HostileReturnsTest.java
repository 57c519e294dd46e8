package org.doudi.server.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.doudi.server.benefits.files.FileRefused;
import org.doudi.server.benefits.files.FileRefused.Cause;
import org.doudi.server.benefits.files.ReturnResult;
import org.doudi.server.identity.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Returns that are broken or meant to break something: refused with a reason and a place, and nothing booked. */
class HostileReturnsTest extends BankTreasury {
    private static final LocalDate MONTH = LocalDate.of(2018, 6, 1);
    private static final String PAIN = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\">";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String WHOLE = "</CstmrPmtStsRpt></Document>";
    private static final String ROW =
            "<OrgnlPmtInfAndSts><TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>ACSC</TxSts></TxInfAndSts></OrgnlPmtInfAndSts>";

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook(String sheet) {
        return zip("xl/worksheets/sheet1.xml", utf8(sheet), 1);
    }

    private static byte[] zip(String name, byte[] content, int times) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < times; i++) {
                zip.write(content);
            }
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static Stream<Arguments> files() {
        String group = "<CstmrPmtStsRpt><OrgnlGrpInfAndSts><OrgnlMsgId>MESSAGE</OrgnlMsgId></OrgnlGrpInfAndSts>";
        String row = ROW.formatted("REFERENCE");
        String bomb = XML
                + "<!DOCTYPE Document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>" + PAIN + group + ROW.formatted("&c;") + WHOLE;
        String outside = XML + "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + PAIN + group
                + ROW.formatted("&x;") + WHOLE;
        String sheet =
                "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>%s</t></is></c></row></sheetData></worksheet>";
        return Stream.of(
                Arguments.of("empty", new byte[0], Cause.EMPTY),
                Arguments.of("a head alone", utf8("reference,result,code\n"), Cause.EMPTY),
                Arguments.of("a report of nothing", utf8(XML + PAIN + group + WHOLE), Cause.EMPTY),
                Arguments.of("truncated", utf8(XML + PAIN + group + row), Cause.MALFORMED),
                Arguments.of("truncated in a tag", utf8(XML + PAIN + group + row + "</Cstm"), Cause.MALFORMED),
                Arguments.of(
                        "truncated csv", utf8("reference,result,code\nREFERENCE,PAID,\nREFERENCE"), Cause.MALFORMED),
                Arguments.of("no message named", utf8(XML + PAIN + "<CstmrPmtStsRpt>" + row + WHOLE), Cause.MALFORMED),
                Arguments.of(
                        "another encoding than told",
                        (XML + PAIN + group + row + "<x>兜底</x>" + WHOLE).getBytes(Charset.forName("GB18030")),
                        Cause.ENCODING),
                Arguments.of(
                        "csv in GB18030",
                        "参考号,结果,代码\nREFERENCE,成功,\n".getBytes(Charset.forName("GB18030")),
                        Cause.ENCODING),
                Arguments.of("an XML bomb", utf8(bomb), Cause.ENTITIES),
                Arguments.of("an external entity", utf8(outside), Cause.ENTITIES),
                Arguments.of(
                        "an external document type",
                        utf8(XML + "<!DOCTYPE Document SYSTEM \"http://127.0.0.1:1/x.dtd\">" + PAIN + group + row
                                + WHOLE),
                        Cause.ENTITIES),
                Arguments.of(
                        "another message",
                        utf8((XML + PAIN + group + row + WHOLE).replace("pain.002.001.10", "pain.001.001.09")),
                        Cause.WRONG_MESSAGE),
                Arguments.of("a web page", utf8("<html><body>REFERENCE</body></html>"), Cause.WRONG_MESSAGE),
                Arguments.of("other columns", utf8("a,b,c\nREFERENCE,PAID,\n"), Cause.COLUMNS),
                Arguments.of("a column twice", utf8("reference,result,code,code\nREFERENCE,PAID,,\n"), Cause.COLUMNS),
                Arguments.of(
                        "an element of 10 MB",
                        utf8(XML + PAIN + group + row + ROW.formatted("A".repeat(10_000_000)) + WHOLE),
                        Cause.TOO_LONG),
                Arguments.of(
                        "a cell of 10 MB",
                        utf8("reference,result,code\nREFERENCE,PAID,\n\"" + "A".repeat(10_000_000) + "\",PAID,\n"),
                        Cause.MALFORMED),
                Arguments.of(
                        "a long cell",
                        utf8("reference,result,code\nREFERENCE,PAID,\n" + "A".repeat(1_000) + ",PAID,\n"),
                        Cause.TOO_LONG),
                Arguments.of(
                        "a workbook's cell of 10 MB",
                        workbook(sheet.formatted("A".repeat(10_000_000))),
                        Cause.TOO_LONG),
                Arguments.of(
                        "a workbook that unfolds to 600 MB",
                        zip("xl/media/image1.png", new byte[1 << 20], 600),
                        Cause.TOO_BIG),
                Arguments.of("a workbook without a sheet", zip("x.txt", utf8("x"), 1), Cause.MALFORMED),
                Arguments.of("half a workbook", utf8("PK\u0003\u0004 and no more"), Cause.MALFORMED),
                Arguments.of(
                        "a workbook with a document type",
                        workbook("<!DOCTYPE x [<!ENTITY a \"b\">]>" + sheet.formatted("&a;")),
                        Cause.ENTITIES),
                Arguments.of(
                        "a zero byte", utf8("reference,result,code\nREFERENCE,PAID,\nA\0B,PAID,\n"), Cause.CHARACTERS),
                Arguments.of("no amount", utf8("reference,result,code,amount\nREFERENCE,PAID,,1e9\n"), Cause.MALFORMED),
                Arguments.of("deep", utf8(XML + PAIN + group + "<a>".repeat(1_000)), Cause.MALFORMED));
    }

    private long family() {
        long family = household();
        grant(family, Aid.DIBAO, 10_000, MONTH, MONTH.plusMonths(1));
        account(family);
        return family;
    }

    /** One run for all the files: none of them changes it. */
    private Run run() {
        return as(Role.FINANCE_OFFICER, () -> runs.all(0, 100)).stream()
                .filter(r -> r.month().equals(MONTH))
                .findFirst()
                .orElseGet(() -> {
                    deposit(1_000_000);
                    family();
                    return released(MONTH);
                });
    }

    private String reference(Run run) {
        return sql(() -> jdbc.sql("select reference from benefits.transfer where run = ? order by id limit 1")
                .param(run.id())
                .query(String.class)
                .single());
    }

    @ParameterizedTest(name = "2.1-1 hostile returns: {0} is refused, nothing is booked")
    @MethodSource("files")
    void refused(String name, byte[] bytes, Cause cause) {
        Run run = run();
        var before = as(Role.FINANCE_OFFICER, () -> ledger.balances(COUNTY));
        byte[] file = bytes;
        if (bytes.length > 0 && bytes.length < 100_000) {
            // the same bytes, with a reference that is real
            file = new String(bytes, StandardCharsets.ISO_8859_1)
                    .replace("REFERENCE", reference(run))
                    .replace("MESSAGE", "DOUDI-" + COUNTY + "-" + run.id())
                    .getBytes(StandardCharsets.ISO_8859_1);
        } else if (bytes.length > 0) {
            file = new String(bytes, StandardCharsets.ISO_8859_1)
                    .replaceFirst("MESSAGE", "DOUDI-" + COUNTY + "-" + run.id())
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
        byte[] sent = file;
        assertThatThrownBy(() -> take(run, sent)).isInstanceOfSatisfying(FileRefused.class, e -> {
            assertThat(e.why()).as(e.toString()).isEqualTo(cause);
            assertThat(e.place()).isNotBlank();
        });
        assertThat(as(Role.FINANCE_OFFICER, () -> ledger.balances(COUNTY))).isEqualTo(before);
        assertThat(as(Role.FINANCE_OFFICER, () -> runs.get(run.id()))).isEqualTo(run);
        assertThat(sql(() -> jdbc.sql("select count(*) from benefits.return_row r join benefits.return_file f"
                                + " on f.id = r.file where f.run = ?")
                        .param(run.id())
                        .query(Long.class)
                        .single()))
                .isZero();
    }

    @Test
    @DisplayName("2.1-1 a workbook with shared texts, gaps and numbers is read like a table")
    void workbook() throws IOException {
        LocalDate month = LocalDate.of(2018, 9, 1);
        deposit(1_000_000);
        long family = household();
        grant(family, Aid.DIBAO, 10_000, month, month.plusMonths(1));
        account(family);
        Run run = released(month);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(utf8("<worksheet><sheetData>"
                    + "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                    + "<c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"inlineStr\"><is><t>金额</t></is></c></row>"
                    + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>3</v></c><c r=\"B2\" t=\"s\"><v>4</v></c><c r=\"D2\"><v>100</v></c></row>"
                    + "</sheetData></worksheet>"));
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write(utf8("<sst><si><t>参考号</t></si><si><r><t>结</t></r><r><t>果</t></r></si><si><t>代码</t></si><si><t>"
                    + reference(run) + "</t></si><si><t>成功</t></si></sst>"));
        }
        ReturnResult result = take(run, packed.toByteArray());
        assertThat(result.paid()).isEqualTo(1);
        assertThat(result.errors()).isZero();
        assertThat(lines(family, month)).containsExactly("NEW PAID 10000 0 0");
    }
}
