package org.doudi.cli.reconcile;

import static org.doudi.cli.reconcile.Words.say;
import static org.doudi.cli.reconcile.Words.yuan;
import static org.doudi.cli.reconcile.Words.yuanEach;

import java.util.ArrayList;
import java.util.List;
import org.doudi.policy.Assessment;
import org.doudi.policy.AssetRule;
import org.doudi.policy.DibaoOutcome;
import org.doudi.policy.Disability;
import org.doudi.policy.Gap;
import org.doudi.policy.Household;
import org.doudi.policy.Labour;
import org.doudi.policy.Member;
import org.doudi.policy.Member.Trait;
import org.doudi.policy.RegisterState;
import org.doudi.policy.Rolls;
import org.doudi.policy.Rule;
import org.doudi.policy.Trace;
import org.jspecify.annotations.Nullable;

/** Says in words why there is a gap, from the figures of the assessment and the steps it took. */
final class Reasons {
    private final Household household;
    private final Assessment assessment;
    private final List<Trace.Step> steps;

    Reasons(Assessment assessment, List<Trace.Step> steps) {
        this.household = assessment.household();
        this.assessment = assessment;
        this.steps = steps;
    }

    String of(Gap gap) {
        int member = place(gap);
        return switch (gap.kind()) {
            case MISSING_FROM_DIBAO -> join(below(), say("reason.not.on.dibao"));
            case DUE_TO_LEAVE_DIBAO -> dueToLeaveDibao();
            case MISSING_FROM_REGISTER -> join(poor(), say("reason.never.registered"));
            case FALLEN_BACK -> join(fallenBack(), poor());
            case DUE_TO_LEAVE_REGISTER ->
                join(
                        say(
                                "reason.register.income.above",
                                registerEach(),
                                yuan(assessment.parameters().povertyLine())),
                        say("reason.still.registered"));
            case MISSING_FROM_TEKUN -> join(tekun(member), say("reason.not.on.tekun"));
            case DUE_TO_LEAVE_TEKUN -> join(notTekun(member), say("reason.on.tekun"));
            case MISSING_LIVING_ALLOWANCE -> say("reason.living.due", certificate(household.member(member)));
            case MISSING_CARE_ALLOWANCE -> say("reason.care.due", certificate(household.member(member)));
            case DUE_TO_LEAVE_LIVING_ALLOWANCE -> say("reason.allowance.paid", noLiving(member));
            case DUE_TO_LEAVE_CARE_ALLOWANCE -> say("reason.allowance.paid", noCare(member));
        };
    }

    private int place(Gap gap) {
        for (int m = 0; m < household.size(); m++) {
            if (household.memberId(m).equals(gap.memberId())) {
                return m;
            }
        }
        return Trace.HOUSEHOLD;
    }

    private static String join(String... parts) {
        List<String> said = new ArrayList<>();
        for (String part : parts) {
            if (!part.isEmpty()) {
                said.add(part);
            }
        }
        return String.join("；", said);
    }

    private String below() {
        return say(
                "reason.income.below",
                yuanEach(assessment.netFen(), assessment.membersLeft()),
                yuan(assessment.parameters().dibaoStandard()),
                deductions());
    }

    private String deductions() {
        return assessment.employmentCostFen() + assessment.rigidSpendingFen() == 0
                ? ""
                : say(
                        "reason.income.deducted",
                        yuan(assessment.employmentCostFen()),
                        yuan(assessment.rigidSpendingFen()));
    }

    private String dueToLeaveDibao() {
        List<String> why = new ArrayList<>();
        if (assessment.dibao() == DibaoOutcome.REFUSED) {
            why.add(say("reason.refused"));
        } else if (assessment.membersLeft() == 0) {
            why.add(say("reason.nobody.left"));
        } else {
            if (assessment.netFen() >= assessment.parameters().dibaoStandard() * assessment.membersLeft()) {
                why.add(say(
                        "reason.income.above",
                        yuanEach(assessment.netFen(), assessment.membersLeft()),
                        yuan(assessment.parameters().dibaoStandard()),
                        deductions()));
            }
            if (assessment.breaksAnyAssetRule()) {
                why.add(say("reason.assets", assets()));
            }
            gradualExit(why);
        }
        Rolls.DibaoEntry entry = household.rolls().dibao();
        if (entry != null) {
            why.add(say("reason.still.paid", yuan(entry.monthlyFen())));
        }
        return String.join("；", why);
    }

    private void gradualExit(List<String> why) {
        Rolls.RegisterEntry register = household.rolls().register();
        if (register == null || register.state() != RegisterState.LIFTED) {
            return;
        }
        if (!register.throughProgramme()) {
            why.add(say("reason.gradual.not.programme"));
            return;
        }
        Trace.Step period = step(Rule.GRADUAL_PERIOD, Trace.HOUSEHOLD);
        if (period != null && !period.yes()) {
            why.add(say(
                    "reason.gradual.over",
                    Words.day(java.time.LocalDate.ofEpochDay(period.input(3)).minusDays(1))));
        }
    }

    private String assets() {
        List<String> broken = new ArrayList<>();
        for (AssetRule rule : AssetRule.values()) {
            if (assessment.breaks(rule)) {
                broken.add(say("reason.asset." + rule));
            }
        }
        return String.join("、", broken);
    }

    private String registerEach() {
        return yuanEach(assessment.registerIncomeFen(), household.size());
    }

    private String poor() {
        List<String> why = new ArrayList<>();
        if (assessment.registerIncomeFen() < assessment.parameters().povertyLine() * household.size()) {
            why.add(say(
                    "reason.register.income.below",
                    registerEach(),
                    yuan(assessment.parameters().povertyLine())));
        }
        var g = household.guarantees();
        boolean[] guaranteed = {g.food(), g.clothing(), g.education(), g.medical(), g.housing()};
        List<String> lacking = new ArrayList<>();
        for (int i = 0; i < guaranteed.length; i++) {
            if (!guaranteed[i]) {
                lacking.add(say("reason.lacking." + i));
            }
        }
        if (!lacking.isEmpty()) {
            why.add(say("reason.lacking", String.join("、", lacking)));
        }
        return String.join("；", why);
    }

    private String fallenBack() {
        Rolls.RegisterEntry register = household.rolls().register();
        return register == null || register.liftedOn() == null
                ? ""
                : say("reason.lifted", Words.day(register.liftedOn()));
    }

    private String tekun(int member) {
        Member person = household.member(member);
        Trace.Step source = step(Rule.TEKUN_SOURCE, member);
        return say("reason.tekun.due", incapacity(person), source == null ? "" : yuan(source.input(0)));
    }

    private String incapacity(Member person) {
        int age = person.ageOn(household.assessedOn());
        String shown = say("reason.tekun.age", String.valueOf(age));
        Disability disability = person.disability();
        if (age >= 60 || age < 16) {
            return shown;
        }
        if (disability != null) {
            return say(
                    "reason.tekun.disability",
                    say("category." + disability.category()),
                    say("level." + disability.level()));
        }
        return person.labour() == Labour.NONE ? say("reason.tekun.labour") : shown;
    }

    private String notTekun(int member) {
        List<String> why = new ArrayList<>();
        Trace.Step capacity = step(Rule.TEKUN_CAPACITY, member);
        if (capacity != null && !capacity.yes()) {
            why.add(say("reason.tekun.capable", String.valueOf(capacity.input(0))));
        }
        Trace.Step source = step(Rule.TEKUN_SOURCE, member);
        if (source != null && !source.yes()) {
            why.add(
                    source.input(0) >= source.input(1)
                            ? say("reason.tekun.source", yuan(source.input(0)))
                            : say("reason.tekun.assets"));
        }
        Trace.Step supporter = step(Rule.TEKUN_SUPPORTER, member);
        if (supporter != null && !supporter.yes()) {
            why.add(say("reason.tekun.supported"));
        }
        return String.join("；", why);
    }

    private String noLiving(int member) {
        if (household.member(member).disability() == null) {
            return say("reason.no.disability");
        }
        return assessment.tekun(member) ? say("reason.is.tekun") : say("reason.household.not.eligible");
    }

    private String noCare(int member) {
        Member person = household.member(member);
        Disability disability = person.disability();
        if (disability == null) {
            return say("reason.no.disability");
        }
        if (assessment.tekun(member)) {
            return say("reason.is.tekun");
        }
        return person.is(Trait.LIVING_ELSEWHERE_FUNDED) && disability.severe()
                ? say("reason.elsewhere")
                : say("reason.level", certificateOnly(disability));
    }

    private static String certificate(Member person) {
        Disability disability = person.disability();
        return disability == null ? "" : certificateOnly(disability);
    }

    private static String certificateOnly(Disability disability) {
        return say("category." + disability.category()) + say("level." + disability.level());
    }

    private Trace.@Nullable Step step(Rule rule, int who) {
        for (Trace.Step step : steps) {
            if (step.rule() == rule && step.who() == who) {
                return step;
            }
        }
        return null;
    }
}
