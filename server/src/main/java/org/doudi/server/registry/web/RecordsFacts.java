package org.doudi.server.registry.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;

/** Declares a handler for the offices that record what they learn of households. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Access({Role.TOWNSHIP_CLERK, Role.COUNTY_OFFICER, Role.POVERTY_OFFICER, Role.DISABLED_FEDERATION_OFFICER})
@interface RecordsFacts {
    /** The roles of these offices. */
    Set<Role> ROLES = Set.of(RecordsFacts.class.getAnnotation(Access.class).value());
}
