package org.doudi.policy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Rule F, third case: dibao kept for a while after the programme lifted the household out (clause 2.2-7). */
final class GradualExit {
    private GradualExit() {}

    /** The first day that is no longer covered when all conditions hold on the day, else null. */
    static @Nullable LocalDate until(Household h, int brokenAssets, Parameters p, Trace t) {
        boolean onRoll = t.is(Rule.GRADUAL_ON_ROLL, Trace.HOUSEHOLD, Status.onDibaoRoll(h.status()));
        boolean lifted = lifted(h.status(), t);
        LocalDate end = lifted && ((onRoll && brokenAssets == 0) || t.isOn()) ? end(h, p) : null;
        boolean runs = end != null && h.assessedOn().isBefore(end);
        if (t.isOn() && end != null) {
            period(h, runs, end, p, t);
        }
        boolean holds = t.is(Rule.GRADUAL_EXIT, Trace.HOUSEHOLD, onRoll && lifted && runs && brokenAssets == 0);
        return holds ? end : null;
    }

    private static void period(Household h, boolean runs, LocalDate end, Parameters p, Trace t) {
        Rolls.RegisterEntry entry = h.rolls().register();
        if (entry != null && entry.liftedOn() != null) {
            int more = bedridden(h) ? p.bedriddenMonths : 0;
            long from = entry.liftedOn().toEpochDay();
            t.is(Rule.GRADUAL_PERIOD, Trace.HOUSEHOLD, runs, from, p.gradualExitMonths, more, end.toEpochDay());
        }
    }

    /** Lifted out, and through the programme. */
    static boolean lifted(int status, Trace t) {
        boolean out = Status.lifted(status);
        boolean lifted = out && Status.throughProgramme(status);
        int state = Status.poor(status) ? 1 : lifted ? 3 : out ? 2 : 0;
        return t.is(Rule.GRADUAL_LIFTED, Trace.HOUSEHOLD, lifted, state);
    }

    /** The day of lifting out plus the months; the last day of a shorter month stands for a day that it lacks. */
    static @Nullable LocalDate end(Household h, Parameters p) {
        Rolls.RegisterEntry entry = h.rolls().register();
        LocalDate liftedOn = entry == null ? null : entry.liftedOn();
        if (liftedOn == null) {
            return null;
        }
        return liftedOn.plusMonths((long) p.gradualExitMonths + (bedridden(h) ? p.bedriddenMonths : 0));
    }

    /** Whether any member, tekun or not, is bedridden. */
    static boolean bedridden(Household h) {
        return Status.bedridden(h.status());
    }
}
