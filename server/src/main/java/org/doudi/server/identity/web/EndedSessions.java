package org.doudi.server.identity.web;

import java.util.Set;
import org.doudi.server.identity.AccountChanged;
import org.doudi.server.identity.AccountChanged.Change;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.session.SessionInformation;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.stereotype.Component;

/** Ends the sessions of an account that was shut, or whose duty or password changed. */
@Component
final class EndedSessions {
    /** What leaves the sessions as they are. */
    private static final Set<Change> KEEPS = Set.of(
            Change.UNLOCKED, Change.TOKEN_ISSUED, Change.TOKEN_REVOKED, Change.SYSTEM_REGISTERED, Change.SYSTEM_ENDED);

    private final SessionRegistry sessions;

    EndedSessions(SessionRegistry sessions) {
        this.sessions = sessions;
    }

    @EventListener
    void accountChanged(AccountChanged event) {
        if (KEEPS.contains(event.change())) {
            return;
        }
        sessions.getAllPrincipals().stream()
                .filter(p -> p instanceof SignedIn s && s.officer().id().equals(event.id()))
                .flatMap(p -> sessions.getAllSessions(p, false).stream())
                .forEach(SessionInformation::expireNow);
    }
}
