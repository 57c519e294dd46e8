package org.doudi.server.identity;

/** What a person does here. A person has one role in one area; a second duty is a second account. */
public enum Role {
    VILLAGE_ASSISTANT(Department.VILLAGE),
    VILLAGE_TEAM(Department.VILLAGE),
    TOWNSHIP_CLERK(Department.TOWNSHIP),
    TOWNSHIP_REVIEWER(Department.TOWNSHIP),
    COUNTY_OFFICER(Department.CIVIL_AFFAIRS),
    COUNTY_APPROVER(Department.CIVIL_AFFAIRS),
    POVERTY_OFFICER(Department.POVERTY_OFFICE),
    DISABLED_FEDERATION_OFFICER(Department.DISABLED_FEDERATION),
    FINANCE_OFFICER(Department.FINANCE),
    STATISTICIAN(Department.STATISTICS),
    RURAL_WORK_OFFICER(Department.RURAL_WORK),
    CITY_SUPERVISOR(Department.CITY),
    SURVEYOR(Department.OUTSIDE),
    SYSTEM_ADMINISTRATOR(Department.ADMINISTRATION),
    SECURITY_ADMINISTRATOR(Department.ADMINISTRATION),
    AUDITOR(Department.ADMINISTRATION),
    /** The platform itself at work: loading, deadlines. Nobody can sign in with it. */
    SYSTEM(Department.ADMINISTRATION);

    private final Department department;

    Role(Department department) {
        this.department = department;
    }

    /** The department that a person of this role works in. */
    public Department department() {
        return department;
    }
}
