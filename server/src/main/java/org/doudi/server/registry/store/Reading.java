package org.doudi.server.registry.store;

import java.util.HashSet;
import java.util.Set;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.registry.GivenReasons;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts the reading of a household into the trail, once a transaction however many of its parts are read. */
@Component
class Reading {
    private final AuditTrail trail;
    private final GivenReasons reasons;

    Reading(AuditTrail trail, GivenReasons reasons) {
        this.trail = trail;
        this.reasons = reasons;
    }

    void household(long id) {
        if (seen().add(id)) {
            trail.record(Act.HOUSEHOLD_READ, Subject.household(id), reasons.of(id), "");
        }
    }

    private Set<Long> seen() {
        Object bound = TransactionSynchronizationManager.getResource(this);
        if (bound instanceof Seen seen) {
            return seen.households;
        }
        Seen seen = new Seen();
        TransactionSynchronizationManager.bindResource(this, seen);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Reading.this);
            }
        });
        return seen.households;
    }

    private static final class Seen {
        private final Set<Long> households = new HashSet<>();
    }
}
