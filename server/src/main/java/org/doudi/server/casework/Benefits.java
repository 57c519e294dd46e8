package org.doudi.server.casework;

import java.util.ArrayList;
import java.util.List;
import org.doudi.policy.Assessment;
import org.doudi.policy.Clause;
import org.doudi.policy.DibaoOutcome;
import org.doudi.policy.Look;
import org.doudi.policy.MedicalOutcome;
import org.doudi.policy.Member;
import org.doudi.policy.Member.Trait;
import org.doudi.policy.RegisterOutcome;

/** Makes the lines of a case of what the rules answered: one assessment, several outcomes (clause 2.2-6). */
final class Benefits {
    private Benefits() {}

    static List<BenefitLine> of(Assessment a) {
        List<BenefitLine> lines = new ArrayList<>();
        boolean dibao = a.dibao() == DibaoOutcome.ELIGIBLE || a.dibao() == DibaoOutcome.GRADUAL_EXIT;
        boolean look = a.dibao() == DibaoOutcome.GRADUAL_EXIT
                && Look.at(a).stream().anyMatch(l -> l.clause() == Clause.GRADUAL_EXIT);
        lines.add(line(
                Benefit.DIBAO,
                "",
                look ? Outcome.PERSON_MUST_LOOK : granted(dibao),
                a.monthlyFen(),
                a.dibao() == DibaoOutcome.GRADUAL_EXIT ? Clause.GRADUAL_EXIT : Clause.DIBAO_INCLUSION));
        RegisterOutcome register = a.register();
        lines.add(line(
                Benefit.REGISTER,
                "",
                register == null ? Outcome.PERSON_MUST_LOOK : granted(register == RegisterOutcome.POOR),
                0,
                Clause.COVER_THE_POOR));
        long premium = 0;
        for (int i = 0; i < a.household().size(); i++) {
            String who = a.household().memberId(i);
            Member member = a.household().member(i);
            // who stands on a roll is asked about even where nothing speaks for it any more: leaving it is an outcome
            // too
            if (a.tekun(i) || member.is(Trait.ON_TEKUN_ROLL)) {
                lines.add(line(Benefit.TEKUN, who, granted(a.tekun(i)), a.tekunFen(i), Clause.COVER_BY_DIBAO));
            }
            long living = a.livingAllowanceFen(i);
            if (member.disability() != null || member.is(Trait.ON_LIVING_ALLOWANCE_ROLL)) {
                lines.add(
                        line(Benefit.LIVING_ALLOWANCE, who, granted(living > 0), living, Clause.DISABILITY_ALLOWANCES));
            }
            long care = a.careAllowanceFen(i);
            if (member.disability() != null || member.is(Trait.ON_CARE_ALLOWANCE_ROLL)) {
                lines.add(line(Benefit.CARE_ALLOWANCE, who, granted(care > 0), care, Clause.DISABILITY_ALLOWANCES));
            }
            premium += a.premiumFen(i);
        }
        lines.add(line(Benefit.PREMIUM_SUBSIDY, "", granted(premium > 0), premium, Clause.MEDICAL_AID));
        boolean temporary = a.medical() == MedicalOutcome.TEMPORARY_AID;
        boolean medical = a.medical() != MedicalOutcome.NONE && !temporary;
        // how much is given is for people to decide, the burden only opens the door
        lines.add(line(
                Benefit.MEDICAL_AID, "", medical ? Outcome.PERSON_MUST_LOOK : Outcome.REFUSED, 0, Clause.MEDICAL_AID));
        lines.add(line(
                Benefit.TEMPORARY_AID,
                "",
                temporary ? Outcome.PERSON_MUST_LOOK : Outcome.REFUSED,
                0,
                Clause.MEDICAL_AID));
        return lines;
    }

    private static Outcome granted(boolean yes) {
        return yes ? Outcome.GRANTED : Outcome.REFUSED;
    }

    private static BenefitLine line(Benefit benefit, String who, Outcome outcome, long fen, Clause clause) {
        return new BenefitLine(benefit, who, outcome, outcome == Outcome.REFUSED ? 0 : fen, clause.id(), null, null);
    }
}
