package org.doudi.cli.reconcile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.Locale;
import java.util.ResourceBundle;
import org.doudi.policy.Gap;

/** The Chinese words of the results, from {@code words.properties}. */
final class Words {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle(
            Words.class.getPackageName() + ".words",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private Words() {}

    static String say(String key) {
        return WORDS.getString(key);
    }

    static String say(String key, Object... values) {
        return new MessageFormat(WORDS.getString(key), Locale.ROOT).format(values);
    }

    static String gap(Gap.Kind kind) {
        return say("gap." + kind);
    }

    static String english(Gap.Kind kind) {
        return say("english." + kind);
    }

    static String roll(Roll roll) {
        return say("roll." + roll);
    }

    static String department(Department department) {
        return say("department." + department);
    }

    /** An amount with thousands marks, such as 3,575.00. */
    static String yuan(long fen) {
        return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(fen, 2));
    }

    /** An amount shared by so many, half up to the fen. */
    static String yuanEach(long fen, int heads) {
        return yuan(BigDecimal.valueOf(fen)
                .divide(BigDecimal.valueOf(heads), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
