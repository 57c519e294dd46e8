package org.doudi.server.registry.store;

import java.util.Optional;
import org.doudi.server.registry.ChangeRefused;
import org.doudi.server.registry.ChangeRefused.Reason;
import org.doudi.server.registry.RunningWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Refuses to take a household apart while a case runs for it. */
@Component
class CaseGuard {
    private final ObjectProvider<RunningWork> running;

    CaseGuard(ObjectProvider<RunningWork> running) {
        this.running = running;
    }

    void noRunningCase(long household) {
        running.stream()
                .map(work -> work.of(household))
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(number -> {
                    throw new ChangeRefused(Reason.RUNNING_CASE, number);
                });
    }
}
