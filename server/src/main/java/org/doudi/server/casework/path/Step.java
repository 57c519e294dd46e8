package org.doudi.server.casework.path;

import java.util.EnumSet;
import java.util.Set;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.Role;

/** The steps of a case, in their order (clauses 2.2-6, 2.4-3, 2.4-11). */
public enum Step {
    ACCEPTANCE(Role.TOWNSHIP_CLERK),
    ECONOMIC_CHECK(Role.COUNTY_OFFICER),
    HOME_SURVEY(Role.TOWNSHIP_CLERK),
    REVIEW_MEETING(Role.TOWNSHIP_CLERK),
    TOWNSHIP_REVIEW(Role.TOWNSHIP_REVIEWER),
    VILLAGE_NOTICE(Role.TOWNSHIP_CLERK, Role.VILLAGE_ASSISTANT),
    SUBMISSION(Role.TOWNSHIP_REVIEWER),
    COUNTY_REVIEW(Role.COUNTY_OFFICER),
    COUNTY_NOTICE(Role.COUNTY_OFFICER),
    DECISION(Role.COUNTY_APPROVER),
    LETTER(Role.COUNTY_OFFICER);

    @SuppressWarnings("ImmutableEnumChecker") // an EnumSet that is never changed
    private final Set<Role> owners;

    private final Department office;

    Step(Role responsible, Role... helpers) {
        this.owners = EnumSet.of(responsible, helpers);
        this.office = responsible.department();
    }

    /** The department whose office answers for the step, whoever of it or beside it does the work. */
    public Department office() {
        return office;
    }

    /** The roles that may do it; the office that owns it is theirs. */
    public Set<Role> owners() {
        return owners;
    }

    /** Whether it is one of the two notices. */
    public boolean isNotice() {
        return this == VILLAGE_NOTICE || this == COUNTY_NOTICE;
    }

    /** Whether it judges what others found, so that who found it may not do it. */
    public boolean isJudging() {
        return this == TOWNSHIP_REVIEW || this == DECISION;
    }

    /** Whether it finds out what is later judged. */
    public boolean isFinding() {
        return switch (this) {
            case ACCEPTANCE, ECONOMIC_CHECK, HOME_SURVEY, REVIEW_MEETING, COUNTY_REVIEW -> true;
            case TOWNSHIP_REVIEW, VILLAGE_NOTICE, SUBMISSION, COUNTY_NOTICE, DECISION, LETTER -> false;
        };
    }
}
