package org.doudi.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.doudi.policy.Member.Trait;

/** The second half of {@link Oracle}: allowances, medical aid and gaps. */
final class OracleBenefits {
    private final Oracle o;

    OracleBenefits(Oracle oracle) {
        o = oracle;
    }

    boolean living(int m) {
        return o.h.member(m).disability() != null && o.dibao() == DibaoOutcome.ELIGIBLE && o.left.contains(m);
    }

    boolean care(int m) {
        Disability disability = o.h.member(m).disability();
        return disability != null
                && disability.level() <= 2
                && o.left.contains(m)
                && !o.h.member(m).is(Trait.LIVING_ELSEWHERE_FUNDED);
    }

    private boolean circle() {
        Rolls.RegisterEntry entry = o.h.rolls().register();
        return o.dibao() == DibaoOutcome.ELIGIBLE
                || o.dibao() == DibaoOutcome.GRADUAL_EXIT
                || (entry != null && entry.state() == RegisterState.POOR);
    }

    boolean premium(int m) {
        return circle() || !o.left.contains(m);
    }

    MedicalOutcome medical() {
        BigDecimal burden = o.spent(SpendingItem.MEDICAL_SELF_PAID, o.everybody);
        if (!circle() && o.left.size() == o.h.size()) {
            boolean catastrophic = burden.compareTo(o.income().multiply(new BigDecimal("0.4"))) > 0;
            return catastrophic ? MedicalOutcome.TEMPORARY_AID : MedicalOutcome.NONE;
        }
        if (burden.compareTo(Oracle.yuan(10000)) >= 0) {
            return MedicalOutcome.MAJOR_ILLNESS_AID;
        }
        return burden.compareTo(Oracle.yuan(3000)) >= 0 ? MedicalOutcome.MEDICAL_AID : MedicalOutcome.NONE;
    }

    List<String> gaps() {
        Set<String> gaps = new TreeSet<>();
        boolean onDibao = o.h.rolls().dibao() != null;
        if (o.dibao() == DibaoOutcome.ELIGIBLE && !onDibao) {
            gaps.add("MISSING_FROM_DIBAO");
        }
        if (onDibao && (o.dibao() == DibaoOutcome.NOT_ELIGIBLE || o.dibao() == DibaoOutcome.REFUSED)) {
            gaps.add("DUE_TO_LEAVE_DIBAO");
        }
        Rolls.RegisterEntry entry = o.h.rolls().register();
        if (o.register() == RegisterOutcome.POOR && entry == null) {
            gaps.add("MISSING_FROM_REGISTER");
        }
        if (o.register() == RegisterOutcome.POOR && entry != null && entry.state() == RegisterState.LIFTED) {
            gaps.add("FALLEN_BACK");
        }
        if (o.register() == RegisterOutcome.NOT_POOR && entry != null && entry.state() == RegisterState.POOR) {
            gaps.add("DUE_TO_LEAVE_REGISTER");
        }
        for (int m : o.everybody) {
            Member member = o.h.member(m);
            person(gaps, "FROM_TEKUN", "TEKUN", !o.left.contains(m), member.is(Trait.ON_TEKUN_ROLL), member);
            person(
                    gaps,
                    "LIVING_ALLOWANCE",
                    "LIVING_ALLOWANCE",
                    living(m),
                    member.is(Trait.ON_LIVING_ALLOWANCE_ROLL),
                    member);
            person(gaps, "CARE_ALLOWANCE", "CARE_ALLOWANCE", care(m), member.is(Trait.ON_CARE_ALLOWANCE_ROLL), member);
        }
        return List.copyOf(gaps);
    }

    private static void person(Set<String> gaps, String missing, String leave, boolean due, boolean on, Member member) {
        if (due && !on) {
            gaps.add("MISSING_" + missing + ":" + member.memberId());
        }
        if (!due && on) {
            gaps.add("DUE_TO_LEAVE_" + leave + ":" + member.memberId());
        }
    }
}
