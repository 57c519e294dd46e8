package org.doudi.policy.explain;

import org.doudi.policy.DibaoOutcome;
import org.doudi.policy.DisabilityCategory;
import org.doudi.policy.Gap;
import org.doudi.policy.IncomeItem;
import org.doudi.policy.JobMode;
import org.doudi.policy.Labour;
import org.doudi.policy.MedicalOutcome;
import org.doudi.policy.RegisterOutcome;
import org.doudi.policy.SpendingItem;
import org.doudi.policy.Supporter;
import org.doudi.policy.TopUpKind;

/** Words for codes. */
enum Tables {
    INCOME("income", IncomeItem.values()),
    SPENDING("spending", SpendingItem.values()),
    JOB("job", JobMode.values()),
    TOP_UP("topUp", TopUpKind.values()),
    DIBAO("dibao", DibaoOutcome.values()),
    REGISTER("register", RegisterOutcome.values()),
    MEDICAL("medical", MedicalOutcome.values()),
    LABOUR("labour", Labour.values()),
    SUPPORTER("supporter", Supporter.values()),
    DISABILITY("disability", DisabilityCategory.values()),
    GAP("gap", Gap.Kind.values()),
    LACKING("lacking", Guarantee.values());

    /** The guarantees in the order of their bits. */
    private enum Guarantee {
        FOOD,
        CLOTHING,
        EDUCATION,
        MEDICAL,
        HOUSING
    }

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // never changed after construction
    private final Enum<?>[] constants;

    Tables(String code, Enum<?>[] constants) {
        this.code = code;
        this.constants = constants;
    }

    static Tables withCode(String code) {
        for (Tables table : values()) {
            if (table.code.equals(code)) {
                return table;
            }
        }
        throw new IllegalStateException("no table of words " + code);
    }

    String[] words(Messages messages) {
        String[] words = new String[constants.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = messages.text(code + "." + constants[i].name());
        }
        return words;
    }
}
