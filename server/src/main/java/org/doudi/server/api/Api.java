package org.doudi.server.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.doudi.server.identity.WorksWithPeople;
import org.springframework.web.bind.annotation.RestController;

/** A door for programs: answers JSON, refuses by problem details, and lets the offices in that work with people. */
@RestController
@WorksWithPeople
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Api {
    /** Where all of them are. */
    String ROOT = "/api/v1";
}
