package org.doudi.server.reverification;

import java.util.List;
import org.doudi.server.identity.Area;
import org.doudi.server.reverification.store.FiguresStore;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What supervisors see of re-verification: how much was due, done and missed where, and no people. */
@Service
public class Supervision {
    private final FiguresStore store;
    private final Today today;

    Supervision(FiguresStore store, Today today) {
        this.store = store;
        this.today = today;
    }

    /** Figures of the divisions below a place, without people; of a village alone where nothing lies below. */
    @Transactional
    public List<Figures> figures(String place) {
        return store.figures(place, new Area(place).digitsBelow(), today.date());
    }
}
