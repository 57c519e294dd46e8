package org.doudi.cli.reconcile;

import static org.doudi.cli.reconcile.Words.say;

import java.util.ArrayList;
import java.util.List;
import org.doudi.cli.reconcile.HouseholdRolls.Doubt;
import org.doudi.cli.reconcile.HouseholdRolls.Entry;
import org.doudi.policy.Gap;
import org.doudi.policy.Member.Trait;
import org.jspecify.annotations.Nullable;

/** Says on which row of which list a gap rests, or in which lists nobody was found. */
final class Evidence {
    private Evidence() {}

    static String of(Gap gap, HouseholdRolls rolls, @Nullable Doubt doubt) {
        if (doubt != null) {
            return of(doubt.entry());
        }
        return switch (gap.kind()) {
            case MISSING_FROM_DIBAO -> none("evidence.this.household", Roll.DIBAO);
            case DUE_TO_LEAVE_DIBAO -> of(rolls.dibao);
            case MISSING_FROM_REGISTER -> none("evidence.this.household", Roll.REGISTER, Roll.LIFTED);
            case FALLEN_BACK, DUE_TO_LEAVE_REGISTER -> of(rolls.register);
            case MISSING_FROM_TEKUN -> none("evidence.this.person", Roll.TEKUN);
            case MISSING_LIVING_ALLOWANCE, MISSING_CARE_ALLOWANCE -> none("evidence.this.person", Roll.ALLOWANCES);
            case DUE_TO_LEAVE_TEKUN -> of(rolls.entry(member(gap), Trait.ON_TEKUN_ROLL));
            case DUE_TO_LEAVE_LIVING_ALLOWANCE -> of(rolls.entry(member(gap), Trait.ON_LIVING_ALLOWANCE_ROLL));
            case DUE_TO_LEAVE_CARE_ALLOWANCE -> of(rolls.entry(member(gap), Trait.ON_CARE_ALLOWANCE_ROLL));
        };
    }

    private static String member(Gap gap) {
        return String.valueOf(gap.memberId());
    }

    private static String of(@Nullable Entry entry) {
        return entry == null
                ? ""
                : say(
                        "evidence.row",
                        Words.roll(entry.roll()),
                        String.valueOf(entry.row().line()),
                        entry.evidence());
    }

    private static String none(String whom, Roll... rolls) {
        List<String> names = new ArrayList<>();
        for (Roll roll : rolls) {
            names.add(Words.roll(roll));
        }
        return say("evidence.none", String.join("、", names), say(whom));
    }
}
