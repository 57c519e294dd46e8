package org.doudi.server.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares a handler for every office with a work list: all but the administrators, and the bought-in surveyors, who have visits. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Access({
    Role.VILLAGE_ASSISTANT,
    Role.VILLAGE_TEAM,
    Role.TOWNSHIP_CLERK,
    Role.TOWNSHIP_REVIEWER,
    Role.COUNTY_OFFICER,
    Role.COUNTY_APPROVER,
    Role.POVERTY_OFFICER,
    Role.DISABLED_FEDERATION_OFFICER,
    Role.FINANCE_OFFICER,
    Role.STATISTICIAN,
    Role.RURAL_WORK_OFFICER,
    Role.CITY_SUPERVISOR
})
public @interface AnyOffice {}
