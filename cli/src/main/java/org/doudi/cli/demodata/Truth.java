package org.doudi.cli.demodata;

import static org.doudi.policy.Gap.Kind.DUE_TO_LEAVE_CARE_ALLOWANCE;
import static org.doudi.policy.Gap.Kind.DUE_TO_LEAVE_DIBAO;
import static org.doudi.policy.Gap.Kind.DUE_TO_LEAVE_LIVING_ALLOWANCE;
import static org.doudi.policy.Gap.Kind.DUE_TO_LEAVE_REGISTER;
import static org.doudi.policy.Gap.Kind.DUE_TO_LEAVE_TEKUN;
import static org.doudi.policy.Gap.Kind.FALLEN_BACK;
import static org.doudi.policy.Gap.Kind.MISSING_CARE_ALLOWANCE;
import static org.doudi.policy.Gap.Kind.MISSING_FROM_DIBAO;
import static org.doudi.policy.Gap.Kind.MISSING_FROM_REGISTER;
import static org.doudi.policy.Gap.Kind.MISSING_FROM_TEKUN;
import static org.doudi.policy.Gap.Kind.MISSING_LIVING_ALLOWANCE;

import org.doudi.policy.Consent;
import org.doudi.policy.Gap;
import org.doudi.policy.RegisterState;

/** The gaps as the generator knows them: what it meant to be true against the rolls it drew. The rules are not asked. */
final class Truth {
    private Truth() {}

    static void tell(Family family) {
        if (family.eligible && !family.onDibao()) {
            add(family, MISSING_FROM_DIBAO);
        }
        if (family.onDibao() && !family.eligible && family.standing != Standing.GRADUAL_EXIT) {
            add(family, DUE_TO_LEAVE_DIBAO);
        }
        if (family.consent == Consent.GIVEN) {
            register(family);
        }
        for (Person person : family.persons) {
            compare(family, person, person.tekun, person.onTekunRoll, MISSING_FROM_TEKUN, DUE_TO_LEAVE_TEKUN);
            compare(
                    family,
                    person,
                    Allowances.livingDue(family, person),
                    person.onLivingRoll,
                    MISSING_LIVING_ALLOWANCE,
                    DUE_TO_LEAVE_LIVING_ALLOWANCE);
            compare(
                    family,
                    person,
                    Allowances.careDue(person),
                    person.onCareRoll,
                    MISSING_CARE_ALLOWANCE,
                    DUE_TO_LEAVE_CARE_ALLOWANCE);
        }
    }

    private static void register(Family family) {
        if (family.poor && family.registerState == null) {
            add(family, MISSING_FROM_REGISTER);
        } else if (family.poor && family.registerState == RegisterState.LIFTED) {
            add(family, FALLEN_BACK);
        } else if (!family.poor && family.registerState == RegisterState.POOR) {
            add(family, DUE_TO_LEAVE_REGISTER);
        }
    }

    private static void compare(
            Family family, Person person, boolean due, boolean onRoll, Gap.Kind missing, Gap.Kind leaving) {
        if (due != onRoll) {
            family.gaps.add(new Gap(due ? missing : leaving, person.memberId()));
        }
    }

    private static void add(Family family, Gap.Kind kind) {
        family.gaps.add(new Gap(kind, null));
    }
}
