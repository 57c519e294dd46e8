package org.doudi.linkage.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("core")
class DatesTest {
    @ParameterizedTest
    @CsvSource({
        "1948-03-02, 19480302",
        "1948/3/2, 19480302",
        "1948.3.2, 19480302",
        "19480302, 19480302",
        "1948年3月2日, 19480302",
        "１９４８－０３－０２, 19480302",
        "1948-03-02 00:00:00, 19480302",
        "19480302000000, 19480302",
        "1948-03, 19480300",
        "1948年3月, 19480300",
        "194803, 19480300",
        "1948, 19480000",
        "17594, 19480302",
        "13/02/1948, 19480213",
        "02/13/1948, 19480213",
        "02/03/1948, 19480000",
        "'', 0",
        "'  ', 0"
    })
    void DAT01_dates_are_read_as_the_field_writes_them(String text, int date) {
        assertThat(parse(text)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1948-13-02", "1948-02-30", "30/30/1948", "yesterday", "1-2", "123", "99999999", "0000-00-00"})
    void DAT02_what_is_no_date_is_not_guessed(String text) {
        assertThat(parse(text)).isEqualTo(Dates.UNREADABLE);
    }

    @Property
    void DAT03_every_day_of_the_calendar_is_read_in_every_form(@ForAll @IntRange(min = -43800, max = 40000) int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        int expected = date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
        for (String form : new String[] {"yyyy-MM-dd", "yyyy/M/d", "yyyyMMdd", "yyyy年M月d日", "yyyy.MM.dd"}) {
            assertThat(parse(date.format(DateTimeFormatter.ofPattern(form)))).isEqualTo(expected);
        }
    }

    @Property
    void DAT04_no_text_crashes_the_reader(@ForAll String text) {
        assertThat(parse(text)).isGreaterThanOrEqualTo(Dates.UNREADABLE);
    }

    private static int parse(String text) {
        return Dates.parse(text.toCharArray(), 0, text.length());
    }
}
