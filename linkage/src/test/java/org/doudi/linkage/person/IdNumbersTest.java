package org.doudi.linkage.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("core")
class IdNumbersTest {
    @Test
    void IDN01_the_check_character_of_the_standards_example_is_x() {
        assertThat(IdNumbers.check(11010519491231002L)).isEqualTo(10);
    }

    /** GB 11643 sees every single mistyped digit and every swap of unequal neighbours, and the number can be mended. */
    @Property
    void IDN02_one_mistyped_digit_is_seen_and_mended(
            @ForAll("bodies") long body,
            @ForAll @IntRange(max = 16) int at,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        int check = IdNumbers.check(body);
        int digit = IdNumbers.digit(body, at);
        long power = power(16 - at);
        long mistyped = body + ((digit + by) % 10 - digit) * power;
        assertThat(IdNumbers.check(mistyped)).isNotEqualTo(check);
        assertThat(repairs(mistyped, check)).contains(body);
        assertThat(IdNumbers.distance(body, mistyped)).isEqualTo(1);
    }

    @Property
    void IDN03_swapped_neighbours_are_seen_and_mended(@ForAll("bodies") long body, @ForAll @IntRange(max = 15) int at) {
        int a = IdNumbers.digit(body, at);
        int b = IdNumbers.digit(body, at + 1);
        long swapped = body + (b - a) * power(16 - at) + (a - b) * power(15 - at);
        if (a == b) {
            return;
        }
        assertThat(IdNumbers.check(swapped)).isNotEqualTo(IdNumbers.check(body));
        assertThat(repairs(swapped, IdNumbers.check(body))).contains(body);
        assertThat(IdNumbers.distance(body, swapped)).isEqualTo(1);
    }

    @Property
    void IDN04_a_mistyped_check_character_is_mended(
            @ForAll("bodies") long body, @ForAll @IntRange(min = 1, max = 10) int by) {
        int wrong = (IdNumbers.check(body) + by) % 11;
        assertThat(repairs(body, wrong)).contains(body);
    }

    @Property
    void IDN05_every_repair_has_the_right_check_character_or_the_written_one_was_wrong(
            @ForAll("bodies") long body, @ForAll @IntRange(max = 10) int check) {
        for (long mended : repairs(body, check)) {
            boolean swappedWithCheck = mended / 10 == body / 10 && mended % 10 == check;
            assertThat(mended == body || IdNumbers.check(mended) == check || swappedWithCheck)
                    .isTrue();
            assertThat(IdNumbers.plausible(mended)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, VALID",
        "11010519491231002x, VALID",
        "１１０１０５１９４９１２３１００２Ｘ, VALID",
        "'  110105 19491231 002X', VALID",
        "'''11010519491231002X', VALID",
        "11010519491231002X42, VALID",
        "11010519491231002X42B1, VALID",
        "1101O519491231OO2X, VALID",
        "110105491231002, UNCHECKED",
        "110105194912310021, BAD",
        "1101051949123102X, BAD",
        "110105194912310022X, BAD",
        "1.10105E+17, NONE",
        "110105********002X, NONE",
        "000000000000000000, NONE",
        "12345, NONE",
        "无, NONE"
    })
    void IDN06_numbers_are_read_as_the_field_writes_them(String text, IdNumbers.Kind kind) {
        IdText id = new IdText();
        String problem = id.read(text.toCharArray(), 0, text.length());
        assertThat(id.kind()).isEqualTo(kind);
        assertThat(problem == null).isEqualTo(kind != IdNumbers.Kind.NONE);
        if (kind == IdNumbers.Kind.VALID || kind == IdNumbers.Kind.UNCHECKED) {
            assertThat(id.body()).isEqualTo(11010519491231002L);
        }
    }

    @Property
    void IDN07_no_text_crashes_the_reader(@ForAll String text) {
        IdText id = new IdText();
        id.read(text.toCharArray(), 0, text.length());
        assertThat(id.kind()).isNotNull();
    }

    private static long[] repairs(long body, int check) {
        long[] out = new long[48];
        return Arrays.copyOf(out, IdNumbers.repairs(body, check, out));
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    @Provide
    Arbitrary<Long> bodies() {
        return Combinators.combine(
                        Arbitraries.integers().between(110000, 659999),
                        Arbitraries.integers().between(1900, 2020),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, 28),
                        Arbitraries.integers().between(0, 999))
                .as((place, year, month, day, serial) ->
                        ((place * 10_000L + year) * 100 + month) * 100_000L + day * 1000L + serial);
    }
}
