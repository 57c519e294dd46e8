package org.doudi.server.audit.store;

import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.identity.AccountChanged;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.RelativesChanged;
import org.doudi.server.identity.Scope;
import org.doudi.server.identity.SignInTried;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Notes who came, who was turned away, who left, and what was done to accounts. */
@Component
class IdentityTrail {
    private final AuditTrail trail;
    private final TransactionTemplate transaction;
    private final Officer platform;

    IdentityTrail(AuditTrail trail, PlatformTransactionManager transactions, @Value("${doudi.city:2109}") String city) {
        this.trail = trail;
        this.transaction = new TransactionTemplate(transactions);
        this.platform = Officer.system(new Area(city));
    }

    @EventListener
    void signIn(SignInTried event) {
        Act act = switch (event.outcome()) {
            case IN -> Act.SIGNED_IN;
            case FAILED -> Act.SIGN_IN_FAILED;
            case OUT -> Act.SIGNED_OUT;
        };
        Officer officer = event.officer();
        note(officer == null ? platform : officer, act, Subject.NONE, officer == null ? "unknown or locked" : "");
    }

    @EventListener
    void account(AccountChanged event) {
        Officer who = Scope.current();
        note(
                who == null ? platform : who,
                Act.ACCOUNT_CHANGED,
                Subject.NONE,
                (event.change() + " account " + event.id().value() + " " + event.detail()).strip());
    }

    @EventListener
    void relatives(RelativesChanged event) {
        Officer who = Scope.current();
        note(
                who == null ? platform : who,
                Act.RELATIVE_DECLARED,
                Subject.household(event.household()),
                event.change() + " account " + event.officer().value());
    }

    /** In the transaction of the change where there is one. */
    private void note(Officer who, Act act, Subject subject, String what) {
        Scope.as(who, () -> {
            transaction.executeWithoutResult(status -> trail.record(act, subject, "", what));
            return Boolean.TRUE;
        });
    }
}
