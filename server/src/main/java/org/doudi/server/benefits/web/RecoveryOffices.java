package org.doudi.server.benefits.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;

/** Declares a handler for the offices that ask a family for money back: the township, which speaks with it, and the county's civil affairs. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Access({Role.TOWNSHIP_CLERK, Role.TOWNSHIP_REVIEWER, Role.COUNTY_OFFICER, Role.COUNTY_APPROVER})
@interface RecoveryOffices {
    /** The roles of these offices. */
    Set<Role> ROLES = Set.of(Role.TOWNSHIP_CLERK, Role.TOWNSHIP_REVIEWER, Role.COUNTY_OFFICER, Role.COUNTY_APPROVER);
}
