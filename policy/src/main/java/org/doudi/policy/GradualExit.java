package org.doudi.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Rule F, third case: dibao kept for a while after the programme lifted the household out (clause 2.2-7). */
final class GradualExit {
    private GradualExit() {}

    /** The first day that is no longer covered when all conditions hold on the day, else null. */
    static @Nullable LocalDate until(Household h, int brokenAssets, Parameters p, Trace t) {
        boolean onRoll = t.is(Rule.GRADUAL_ON_ROLL, Trace.HOUSEHOLD, h.rolls().dibao() != null);
        Rolls.RegisterEntry entry = h.rolls().register();
        boolean lifted = lifted(entry, t);
        LocalDate end = lifted && entry != null && (onRoll || t.isOn()) ? end(h, entry, p) : null;
        boolean runs = end != null && h.assessedOn().isBefore(end);
        if (t.isOn() && end != null && entry != null && entry.liftedOn() != null) {
            int more = bedridden(h) ? p.bedriddenMonths : 0;
            t.is(
                    Rule.GRADUAL_PERIOD,
                    Trace.HOUSEHOLD,
                    runs,
                    entry.liftedOn().toEpochDay(),
                    p.gradualExitMonths,
                    more,
                    end.toEpochDay());
        }
        boolean holds = t.is(Rule.GRADUAL_EXIT, Trace.HOUSEHOLD, onRoll && lifted && runs && brokenAssets == 0);
        return holds ? end : null;
    }

    /** Lifted out, and through the programme. */
    static boolean lifted(Rolls.@Nullable RegisterEntry entry, Trace t) {
        boolean lifted = entry != null && entry.state() == RegisterState.LIFTED && entry.throughProgramme();
        int state = entry == null ? 0 : entry.state() == RegisterState.POOR ? 1 : entry.throughProgramme() ? 3 : 2;
        return t.is(Rule.GRADUAL_LIFTED, Trace.HOUSEHOLD, lifted, state);
    }

    /** The day of lifting out plus the months; the last day of a shorter month stands for a day that it lacks. */
    static @Nullable LocalDate end(Household h, Rolls.RegisterEntry entry, Parameters p) {
        LocalDate liftedOn = entry.liftedOn();
        if (liftedOn == null) {
            return null;
        }
        return liftedOn.plusMonths((long) p.gradualExitMonths + (bedridden(h) ? p.bedriddenMonths : 0));
    }

    /** Whether any member, tekun or not, is bedridden. */
    static boolean bedridden(Household h) {
        for (int m = 0; m < h.size(); m++) {
            if (MemberFacts.is(h.facts(m), Member.Trait.BEDRIDDEN)) {
                return true;
            }
        }
        return false;
    }
}
