package org.doudi.linkage.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.doudi.linkage.block.RowRanges;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class FieldRowsTest {
    private static final Schema SCHEMA = new Schema(
            null,
            List.of(
                    new Schema.Field("name", FieldKind.NAME, null),
                    new Schema.Field("street", FieldKind.TEXT, null),
                    new Schema.Field("other", FieldKind.NAME, null)),
            null);

    private static FieldRows rows(List<String> cells) {
        FieldRows rows = new FieldRows(SCHEMA);
        for (int at = 0; at + 3 <= cells.size(); at += 3) {
            int[] values = new int[3];
            for (int f = 0; f < 3; f++) {
                String folded = Fold.value(SCHEMA.fields().get(f), cells.get(at + f));
                values[f] = folded.isEmpty() ? 0 : rows.number(f, folded);
            }
            rows.add(values);
        }
        return rows;
    }

    @Property(tries = 300)
    void FLD05_which_of_two_rows_is_the_left_one_does_not_matter(
            @ForAll @Size(6) List<@StringLength(max = 12) String> cells) {
        FieldRows rows = rows(cells);
        CommonValues none = new CommonValues(3);
        assertThat(new FieldComparison(rows, none).pattern(0, 1))
                .isEqualTo(new FieldComparison(rows, none).pattern(1, 0));
    }

    @Test
    void FLD06_words_of_different_lengths_are_as_alike_from_either_side() {
        FieldRows rows = rows(List.of("", "abcd efgh ijkl", "", "", "abcde wxyz ijkl", ""));
        CommonValues none = new CommonValues(3);
        int there = new FieldComparison(rows, none).pattern(0, 1);
        assertThat(new FieldComparison(rows, none).pattern(1, 0)).isEqualTo(there);
    }

    @Property(tries = 300)
    void FLD07_a_row_that_was_sent_holds_the_values_it_held(
            @ForAll @Size(9) List<@StringLength(max = 300) String> cells) {
        FieldRows rows = rows(cells);
        FieldRows there = new FieldRows(SCHEMA);
        for (int row = rows.size() - 1; row >= 0; row--) {
            byte[] packed = new byte[rows.packedLength(row) + row];
            rows.pack(row, packed);
            there.addPacked(packed);
        }
        for (int row = 0; row < rows.size(); row++) {
            for (int f = 0; f < 3; f++) {
                int sent = there.value(f, rows.size() - 1 - row);
                int value = rows.value(f, row);
                assertThat(sent == 0).isEqualTo(value == 0);
                if (value > 0) {
                    assertThat(there.text(f, sent)).isEqualTo(rows.text(f, value));
                    assertThat(there.hash(f, sent)).isEqualTo(rows.hash(f, value));
                }
            }
        }
        assertThat(there.known()).isEqualTo(rows.known());
    }

    @Test
    void FLD08_values_are_counted_alike_whole_and_in_parts() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            all.append('n')
                    .append(i % 40 == 0 ? 1 : i)
                    .append(",s")
                    .append(i % 7)
                    .append(",,");
        }
        FieldRows rows = rows(List.of(all.toString().split(",", -1)));
        Frequencies whole = Frequencies.of(rows, RowRanges.single(5000));
        Frequencies first = new Frequencies(SCHEMA, false, rows.known(), new long[3]);
        Frequencies second = new Frequencies(SCHEMA, false, rows.known(), new long[3]);
        rows.count((field, hash, many) -> (hash % 2 == 0 ? first : second).add(field, hash, many, 0));
        first.with(second);
        for (int f = 0; f < 3; f++) {
            assertThat(first.sharing(f)).isEqualTo(whole.sharing(f));
            for (int level = 1; level <= 3; level++) {
                assertThat(first.agreeing(f, level)).isEqualTo(whole.agreeing(f, level));
            }
        }
        long common = rows.hash(0, rows.value(0, 40));
        assertThat(first.common().level(0, common)).isEqualTo(3);
        assertThat(whole.common().level(0, rows.hash(0, rows.value(0, 41)))).isEqualTo(1);
    }
}
