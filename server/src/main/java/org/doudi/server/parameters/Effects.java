package org.doudi.server.parameters;

import java.time.LocalDate;
import java.util.List;
import org.doudi.policy.Assessment;
import org.doudi.policy.DibaoOutcome;
import org.doudi.policy.Look;
import org.doudi.policy.parameters.ParameterPack;
import org.doudi.policy.parameters.ParameterPackException;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.doudi.server.parameters.ParameterRefused.Why;
import org.doudi.server.registry.MassAssessment;
import org.doudi.server.registry.MassAssessment.Both;
import org.doudi.server.shell.Today;
import org.doudi.server.standards.Standards;
import org.springframework.stereotype.Service;

/** What values would change for the households of a place, before anybody puts them in force. */
@Service
public class Effects {
    private static final int BATCH = 2000;

    private final MassAssessment assessment;
    private final Standards standards;
    private final Today today;

    Effects(MassAssessment assessment, Standards standards, Today today) {
        this.assessment = assessment;
        this.standards = standards;
        this.today = today;
    }

    /**
     * What differs.
     *
     * @param day of which the facts and rules are
     * @param households that were looked at
     * @param more that would be entitled to dibao and are not
     * @param fewer that are and would no longer be
     * @param higher with a higher amount
     * @param lower with a lower amount
     * @param beforeFen dibao of all a month as it is
     * @param afterFen and as it would be
     * @param examples households whose answer rests on example values
     * @param examplesLeft those whose answer still would
     */
    public record Effect(
            LocalDate day,
            int households,
            int more,
            int fewer,
            int higher,
            int lower,
            long beforeFen,
            long afterFen,
            int examples,
            int examplesLeft) {}

    /** What values would change together where they hold, on the first day on which all of them hold, or today if that is later. */
    public Effect of(List<EnteredValue> values) {
        if (values.isEmpty()) {
            throw new ParameterRefused(Why.NONE);
        }
        LocalDate day = values.stream()
                .map(EnteredValue::from)
                .filter(from -> from.isAfter(today.date()))
                .max(LocalDate::compareTo)
                .orElse(today.date());
        ParameterPack other;
        try {
            other = standards.with(
                    values.stream().map(v -> v.asValue(today.date())).toList());
        } catch (ParameterPackException e) {
            throw new ParameterRefused(Why.OVERTAKEN);
        }
        // figures of all households, which the city's offices may have though they see none of them
        Area area = new Area(place(values));
        Sum sum = Scope.as(Officer.system(area), () -> over(area.code(), other, day));
        return new Effect(
                day,
                sum.households,
                sum.more,
                sum.fewer,
                sum.higher,
                sum.lower,
                sum.beforeFen,
                sum.afterFen,
                sum.examples,
                sum.examplesLeft);
    }

    /** The place of all of them: their own, or the county or city that they are parts of. */
    private static String place(List<EnteredValue> values) {
        String first = values.get(0).place();
        boolean one = values.stream().allMatch(v -> v.place().equals(first));
        return one ? first : Scope.officer().area().code();
    }

    private Sum over(String place, ParameterPack other, LocalDate day) {
        Sum sum = new Sum();
        List<Long> ids = assessment.next(place, 0, BATCH);
        while (!ids.isEmpty()) {
            assessment.compare(ids, other, day, today.now()).values().forEach(sum::add);
            ids = assessment.next(place, ids.get(ids.size() - 1), BATCH);
        }
        return sum;
    }

    private static final class Sum {
        private int households;
        private int more;
        private int fewer;
        private int higher;
        private int lower;
        private long beforeFen;
        private long afterFen;
        private int examples;
        private int examplesLeft;

        private void add(Both both) {
            Assessment before = both.before();
            Assessment after = both.after();
            boolean was = entitled(before);
            boolean is = entitled(after);
            long fenBefore = was ? before.monthlyFen() : 0;
            long fenAfter = is ? after.monthlyFen() : 0;
            households++;
            more += is && !was ? 1 : 0;
            fewer += was && !is ? 1 : 0;
            higher += was && is && fenAfter > fenBefore ? 1 : 0;
            lower += was && is && fenAfter < fenBefore ? 1 : 0;
            beforeFen += fenBefore;
            afterFen += fenAfter;
            examples += onExamples(before);
            examplesLeft += onExamples(after);
        }

        private static boolean entitled(Assessment assessment) {
            return assessment.dibao() == DibaoOutcome.ELIGIBLE || assessment.dibao() == DibaoOutcome.GRADUAL_EXIT;
        }

        private static int onExamples(Assessment assessment) {
            return Look.at(assessment).stream().anyMatch(look -> look.code() == Look.Code.EXAMPLE_VALUES) ? 1 : 0;
        }
    }
}
