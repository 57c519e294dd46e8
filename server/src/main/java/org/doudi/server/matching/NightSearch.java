package org.doudi.server.matching;

import java.time.Duration;
import org.doudi.server.shell.Repeated;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Looks once a day, soon after it begins, through the whole city for people who are in the registry twice. */
@Component
class NightSearch extends Repeated {
    private final Repeats repeats;

    NightSearch(Repeats repeats, @Value("${doudi.repeats.every:10m}") Duration every) {
        super("night-search", every);
        this.repeats = repeats;
    }

    @Override
    protected void once() {
        repeats.night();
    }
}
