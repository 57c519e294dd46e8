package org.doudi.server.benefits;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.doudi.policy.Assessment;
import org.doudi.policy.Clause;
import org.doudi.policy.DibaoOutcome;
import org.doudi.policy.TopUpKind;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.MemberView;
import org.jspecify.annotations.Nullable;

/** What an aid is made of by the rules; empty where they give nothing of it. */
record PartsByRules(Assessment assessment, HouseholdView household) {
    List<AwardPart> of(Aid aid, @Nullable Long person) {
        return switch (aid) {
            case DIBAO -> dibao();
            case PREMIUM_SUBSIDY -> premium();
            case TEKUN, LIVING_ALLOWANCE, CARE_ALLOWANCE -> ofMember(aid, person);
            case PRICE_SUBSIDY, MEDICAL_AID, TEMPORARY_AID -> List.of();
        };
    }

    private List<AwardPart> dibao() {
        if (assessment.dibao() != DibaoOutcome.ELIGIBLE && assessment.dibao() != DibaoOutcome.GRADUAL_EXIT) {
            return List.of();
        }
        boolean exit = assessment.dibao() == DibaoOutcome.GRADUAL_EXIT;
        List<AwardPart> parts = new ArrayList<>();
        add(
                parts,
                exit
                        ? new AwardPart(
                                AwardPart.Kind.BASE, null, assessment.baseMonthlyFen(), Clause.GRADUAL_EXIT.id())
                        : AwardPart.of(AwardPart.Kind.BASE, null, assessment.baseMonthlyFen()));
        for (int i = 0; i < assessment.household().size(); i++) {
            TopUpKind kind = assessment.topUp(i);
            if (kind != null) {
                add(parts, AwardPart.of(AwardPart.Kind.of(kind), member(i).person(), assessment.topUpFen(i)));
            }
        }
        return parts;
    }

    private List<AwardPart> premium() {
        List<AwardPart> parts = new ArrayList<>();
        for (int i = 0; i < assessment.household().size(); i++) {
            add(parts, AwardPart.of(AwardPart.Kind.PREMIUM_SUBSIDY, member(i).person(), assessment.premiumFen(i)));
        }
        return parts;
    }

    private List<AwardPart> ofMember(Aid aid, @Nullable Long person) {
        List<AwardPart> parts = new ArrayList<>();
        for (int i = 0; i < assessment.household().size(); i++) {
            if (Objects.equals(member(i).person(), person)) {
                long fen = switch (aid) {
                    case TEKUN -> assessment.tekunFen(i);
                    case LIVING_ALLOWANCE -> assessment.livingAllowanceFen(i);
                    default -> assessment.careAllowanceFen(i);
                };
                add(parts, AwardPart.of(AwardPart.Kind.of(aid), person, fen));
            }
        }
        return parts;
    }

    private static void add(List<AwardPart> parts, AwardPart part) {
        if (part.fen() != 0) {
            parts.add(part);
        }
    }

    private MemberView member(int place) {
        return household.member(assessment.household().memberId(place));
    }
}
