package org.doudi.cli.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayTextTest {
    @ParameterizedTest
    @CsvSource({
        "2016-12-31,2016-12-31",
        "2016年12月31日,2016-12-31",
        "2016.1.2,2016-01-02",
        "20161231,2016-12-31",
        "2016-12,2016-12-01",
        "201612,2016-12-01",
        "2016年5月,2016-05-01",
        "2016/5/4,2016-05-04",
        "42735,2016-12-31"
    })
    void REC20_the_dates_of_the_field_are_read(String text, LocalDate day) {
        assertThat(DayText.parse(text)).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "去年", "2016-13-01", "2016-02-30", "16.5", "999999999999"})
    void REC21_what_is_no_date_is_not_guessed_at(String text) {
        assertThat(DayText.parse(text)).isNull();
    }

    @Test
    void REC22_a_month_stands_for_its_first_day() {
        assertThat(DayText.parse("2017年3月")).isEqualTo(LocalDate.of(2017, 3, 1));
    }
}
