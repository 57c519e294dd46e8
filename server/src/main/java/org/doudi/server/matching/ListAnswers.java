package org.doudi.server.matching;

import java.time.LocalDate;
import java.util.List;
import org.doudi.server.casework.path.Deadlines;
import org.doudi.server.casework.path.WorkingDays;
import org.doudi.server.matching.store.OriginStore;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells, of gaps that move, what the departments have to hear whose lists they came of. */
@Component
class ListAnswers {
    private final OriginStore store;
    private final WorkingDays calendar;
    private final Today today;
    private final ApplicationEventPublisher events;

    ListAnswers(OriginStore store, Deadlines deadlines, Today today, ApplicationEventPublisher events) {
        this.store = store;
        this.calendar = deadlines.calendar();
        this.today = today;
        this.events = events;
    }

    /** These gaps moved. */
    void moved(List<Long> gaps) {
        if (!gaps.isEmpty()) {
            tell(gaps);
        }
    }

    /** Tells some of what ended before there was anything that told it; answers how much. */
    int before() {
        return tell(null);
    }

    private int tell(@Nullable List<Long> gaps) {
        List<ListGapsMoved.Row> rows = store.answers(gaps, due(today.date()));
        if (!rows.isEmpty()) {
            events.publishEvent(new ListGapsMoved(rows));
        }
        return rows.size();
    }

    /** The day by which a department is to hear the end of a gap that opens on a day. */
    LocalDate due(LocalDate day) {
        return calendar.after(day, store.workingDays(day));
    }
}
