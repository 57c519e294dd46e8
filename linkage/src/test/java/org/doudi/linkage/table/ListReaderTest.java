package org.doudi.linkage.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("core")
class ListReaderTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-8-BOM"})
    void TAB01_a_list_reads_the_same_in_every_encoding_of_the_field(String encoding) throws IOException {
        String text = "编号,姓名,备注\r\n1,张三,\"一,二\"\r\n\r\n2,其·木格,\r\n";
        RowsSeen seen = read(
                switch (encoding) {
                    case "UTF-16LE", "UTF-16BE" -> ("\uFEFF" + text).getBytes(Charset.forName(encoding));
                    case "UTF-8-BOM" -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
                    default -> text.getBytes(Charset.forName(encoding));
                });
        assertThat(seen.header).containsExactly("编号", "姓名", "备注");
        assertThat(seen.rows).containsExactly(List.of("1", "张三", "一,二"), List.of("2", "其·木格", ""));
        assertThat(seen.lines).containsExactly(2L, 4L);
        assertThat(seen.rejects).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\t", ";", ","})
    void TAB02_the_separator_is_told_from_the_header(String separator) throws IOException {
        RowsSeen seen = read(
                "title\n" + String.join(separator, "id", "name") + "\n" + String.join(separator, "7", "Li") + "\n");
        assertThat(seen.rows).containsExactly(List.of("7", "Li"));
    }

    @Test
    void TAB03_a_title_above_the_header_is_passed_over() throws IOException {
        RowsSeen seen = read("阜蒙县低保花名册,,\n,,\n编号,姓名,村\n1,张三,甲\n");
        assertThat(seen.rows).containsExactly(List.of("1", "张三", "甲"));
    }

    @Test
    void TAB04_an_open_quotation_mark_costs_one_row_and_not_the_rows_below_it() throws IOException {
        RowsSeen seen = read("id,name,v\n1,A,x\n2,\"B,x\n3,C,x\n4,\"D\",x\n5,E,x\n6,\"F,x\n7,G,x\n");
        assertThat(seen.rows).extracting(r -> r.get(0)).containsExactly("1", "3", "4", "5", "7");
        assertThat(seen.rejects).extracting(Reject::line).containsExactly(3L, 7L);
        assertThat(seen.rejects.get(0).problem()).contains("quotation mark");
    }

    @Test
    void TAB05_a_row_with_too_few_or_too_many_cells_is_rejected_by_line() throws IOException {
        RowsSeen seen = read("id,name,v\n1,A\n2,B,x,y\n3,C,x,,\n");
        assertThat(seen.rows).containsExactly(List.of("3", "C", "x"));
        assertThat(seen.rejects).extracting(Reject::line).containsExactly(2L, 3L);
    }

    @Test
    void TAB06_a_cell_of_ten_megabytes_is_read_as_empty_and_named() throws IOException {
        char[] huge = new char[10 << 20];
        Arrays.fill(huge, '王');
        RowsSeen seen = read("id,name\n1," + new String(huge) + "\n2,B\n");
        assertThat(seen.rows).containsExactly(List.of("1", ""), List.of("2", "B"));
        assertThat(seen.rejects).hasSize(1);
        assertThat(seen.rejects.get(0).problem()).contains("10485760 characters");
    }

    @Test
    void TAB07_a_quoted_cell_may_hold_line_breaks() throws IOException {
        RowsSeen seen = read("id,name\n1,\"A\nB\"\n2,C\n");
        assertThat(seen.rows).containsExactly(List.of("1", "A\nB"), List.of("2", "C"));
        assertThat(seen.lines).containsExactly(2L, 4L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n\n", "foo,bar\n1,2\n", "just words", "\u0000\u0001\u0002"})
    void TAB08_what_is_no_list_is_refused_with_file_and_advice(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnreadableList.class)
                .hasMessageContaining("list.csv")
                .hasMessageMatching("(?s).*\\. [A-Z].*");
    }

    @Test
    void TAB09_an_xlsx_reads_text_numbers_and_dates() throws IOException {
        Path file = dir.resolve("list.xlsx");
        try (XlsxListWriter out = new XlsxListWriter(file, "名册", List.of("编号", "姓名", "额"))) {
            out.row(List.of("1", "=1+1", new BigDecimal("310.50")));
            out.row(List.of("2", "张三", new BigDecimal("5")));
        }
        RowsSeen seen = new RowsSeen();
        ListReader.read(file, seen);
        assertThat(seen.rows).containsExactly(List.of("1", "'=1+1", "310.50"), List.of("2", "张三", "5"));
        assertThat(seen.lines).containsExactly(2L, 3L);
    }

    @Test
    void TAB10_a_zip_bomb_is_refused_before_it_is_unpacked_into_memory() throws IOException {
        Path file = dir.resolve("bomb.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertThatThrownBy(() -> ListReader.read(file, new RowsSeen()))
                .isInstanceOf(UnreadableList.class)
                .hasMessageContaining("zip bomb");
    }

    @Test
    void TAB11_a_cut_workbook_is_refused_in_words() throws IOException {
        Path whole = dir.resolve("whole.xlsx");
        try (XlsxListWriter out = new XlsxListWriter(whole, "s", List.of("name"))) {
            for (int i = 0; i < 5000; i++) {
                out.row(List.of("n" + i * 31));
            }
        }
        byte[] bytes = Files.readAllBytes(whole);
        for (int cut = 8; cut < bytes.length; cut += bytes.length / 23) {
            Path file = Files.write(dir.resolve("cut.xlsx"), Arrays.copyOf(bytes, cut));
            assertThatThrownBy(() -> ListReader.read(file, new RowsSeen())).isInstanceOf(UnreadableList.class);
        }
    }

    @Test
    void TAB12_a_missing_file_a_folder_and_an_old_workbook_are_told_apart() throws IOException {
        assertThatThrownBy(() -> ListReader.read(dir.resolve("no.csv"), new RowsSeen()))
                .hasMessageContaining("no such file");
        assertThatThrownBy(() -> ListReader.read(dir, new RowsSeen())).hasMessageContaining("folder");
        Path xls = Files.write(dir.resolve("a.xls"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 1});
        assertThatThrownBy(() -> ListReader.read(xls, new RowsSeen())).hasMessageContaining(".xls");
    }

    /** Rows of every kind of dirt: what goes in comes out as a row or as a rejected row, whatever the quoting. */
    @Property(tries = 300)
    void TAB13_rows_in_are_rows_out_plus_rejects(@ForAll("lines") List<String> lines) throws IOException {
        Path file = Files.createTempFile("rows", ".csv");
        try {
            Files.writeString(file, "id,name\n" + String.join("\n", lines));
            RowsSeen seen = new RowsSeen();
            ListReader.read(file, seen);
            long swallowed = seen.rows.stream()
                    .flatMap(List::stream)
                    .flatMapToInt(String::chars)
                    .filter(c -> c == '\n')
                    .count();
            long blank = lines.stream().filter(String::isEmpty).count();
            long breaks = seen.rows.size() + seen.rowRejects() + swallowed;
            assertThat(breaks).isBetween(lines.size() - blank, (long) lines.size());
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<List<String>> lines() {
        Arbitrary<String> line = Arbitraries.strings().withChars("a,\"张; \t=").ofMaxLength(12);
        return line.list().ofMaxSize(30);
    }

    /** Any bytes at all: an answer or a refusal in words, never another exception. */
    @Property(tries = 300)
    void TAB14_no_bytes_crash_the_reader(@ForAll byte[] noise, @ForAll boolean withHeader) throws IOException {
        Path file = Files.createTempFile("noise", ".csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            if (withHeader) {
                out.write("name,x\n".getBytes(StandardCharsets.UTF_8));
            }
            out.write(noise);
        }
        try {
            ListReader.read(file, new RowsSeen());
        } catch (UnreadableList e) {
            assertThat(e).hasMessageContaining("noise");
        } finally {
            Files.delete(file);
        }
    }

    /** A workbook damaged anywhere: rows or a refusal in words, in bounded time and memory. */
    @Property(tries = 150)
    void TAB15_no_damage_to_a_workbook_crashes_the_reader(@ForAll long seed) throws IOException {
        Path file = Files.createTempFile("noise", ".xlsx");
        try {
            try (XlsxListWriter out = new XlsxListWriter(file, "s", List.of("name", "x"))) {
                for (int i = 0; i < 50; i++) {
                    out.row(List.of("n" + i, new BigDecimal(i)));
                }
            }
            byte[] bytes = Files.readAllBytes(file);
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt(256);
            }
            Files.write(file, bytes);
            ListReader.read(file, new RowsSeen());
        } catch (UnreadableList e) {
            assertThat(e).hasMessageContaining("noise");
        } finally {
            Files.delete(file);
        }
    }

    private RowsSeen read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private RowsSeen read(byte[] bytes) throws IOException {
        Path file = Files.write(dir.resolve("list.csv"), bytes);
        RowsSeen seen = new RowsSeen();
        ListReader.read(file, seen);
        return seen;
    }
}
