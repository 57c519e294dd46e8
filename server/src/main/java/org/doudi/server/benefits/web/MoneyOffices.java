package org.doudi.server.benefits.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;

/** Declares a handler for the offices that make a county's month: civil affairs and finance. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Access({Role.COUNTY_OFFICER, Role.COUNTY_APPROVER, Role.FINANCE_OFFICER})
@interface MoneyOffices {}
