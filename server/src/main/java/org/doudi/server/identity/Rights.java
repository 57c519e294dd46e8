package org.doudi.server.identity;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** What the system of a department that sends a request may do. */
public final class Rights {
    /** What the authorities of a right begin with. */
    public static final String PREFIX = "SCOPE_";

    private Rights() {}

    /** Whether the request comes from a system that has the right. */
    public static boolean has(String right) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getAuthorities().stream().anyMatch(a -> (PREFIX + right).equals(a.getAuthority()));
    }
}
