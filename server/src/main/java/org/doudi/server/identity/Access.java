package org.doudi.server.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Who may call a handler. Every handler carries it, or {@link OpenToAll}; a test fails for one that has neither. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {
    /** The roles that may call it. */
    Role[] value();
}
