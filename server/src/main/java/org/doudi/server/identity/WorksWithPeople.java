package org.doudi.server.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;

/** Declares a handler for the offices that work on households and people, and not on figures or accounts. */
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
    Role.DISABLED_FEDERATION_OFFICER
})
public @interface WorksWithPeople {
    /** The roles of these offices. */
    Set<Role> ROLES = Set.of(WorksWithPeople.class.getAnnotation(Access.class).value());
}
