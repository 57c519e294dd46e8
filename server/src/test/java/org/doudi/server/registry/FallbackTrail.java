package org.doudi.server.registry;

import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.identity.Scope;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/** Stands in where no trail is on the class path: asks for what the real one needs, and keeps nothing. */
@Fallback
@Component
class FallbackTrail implements AuditTrail {
    @Override
    public void record(Act act, Subject subject, String why, String what) {
        Scope.officer();
    }
}
