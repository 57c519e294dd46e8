package org.doudi.linkage.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.doudi.linkage.table.ReadList;
import org.doudi.linkage.table.Reject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("core")
class PersonListTest {
    @TempDir
    Path dir;

    @Test
    void PER01_cells_that_cannot_be_used_are_named_with_line_and_column() throws IOException {
        Path file = Files.writeString(
                dir.resolve("a.csv"), "姓名,身份证号,性别,出生日期\n张三,2.10921E+17,男,1980-02-31\n李四,,仙,\n,,男,1990-01-01\n");
        ReadList list = PersonList.read(file).list();
        assertThat(list.rejects())
                .extracting(r -> r.line() + " " + r.column())
                .containsExactly("2 身份证号", "2 出生日期", "3 性别", "4 ");
        assertThat(list.rejects().get(0).problem()).contains("rounded");
        assertThat(list.rejects().get(3).scope()).isEqualTo(Reject.Scope.ROW);
        assertThat(list.rowsIn()).isEqualTo(3);
        assertThat(list.size()).isEqualTo(2);
    }

    @Test
    void PER02_the_certificate_stands_in_for_a_missing_number_and_a_running_number_gives_way_to_a_key()
            throws IOException {
        Path file =
                Files.writeString(dir.resolve("a.csv"), "序号,编号,姓名（必填）,身份证号码,残疾人证号\n1,K7,其·木格,,11010519491231002X42\n");
        PersonList list = PersonList.read(file);
        assertThat(list.list().keys().get(0)).isEqualTo("K7");
        assertThat(list.rows().idKind(0)).isEqualTo(IdNumbers.Kind.VALID);
    }

    @Test
    void PER03_a_household_number_is_the_key_where_there_is_no_other() throws IOException {
        Path file = Files.writeString(dir.resolve("a.csv"), "户编号,姓名\nH9,张三\n");
        assertThat(PersonList.read(file).list().keys().get(0)).isEqualTo("H9");
    }

    /** Whatever stands in the cells, every row is kept or rejected with a reason. */
    @Property(tries = 200)
    void PER04_rows_in_are_rows_kept_plus_rows_rejected(@ForAll("lines") List<String> lines) throws IOException {
        Path file = Files.createTempFile("people", ".csv");
        try {
            Files.writeString(file, "编号,姓名,身份证号,性别,出生日期,行政村,电话\n" + String.join("\n", lines));
            ReadList list = PersonList.read(file).list();
            assertThat(list.size() + list.rejectedRows()).isEqualTo(list.rowsIn());
            assertThat(list.rejects())
                    .allMatch(r -> r.line() >= 1 && !r.whatToDo().isBlank());
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<List<String>> lines() {
        Arbitrary<String> cell = Arbitraries.oneOf(
                Arbitraries.of(
                        "", "张三", "11010519491231002X", "男", "1949-12-31", "13800001111", "\"", "=1+1", "\uFFFD"),
                Arbitraries.strings().ofMaxLength(8));
        return cell.list()
                .ofMinSize(5)
                .ofMaxSize(9)
                .map(c -> String.join(",", c))
                .list()
                .ofMaxSize(20);
    }
}
