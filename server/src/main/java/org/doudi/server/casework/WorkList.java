package org.doudi.server.casework;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.doudi.server.casework.path.Deadlines;
import org.doudi.server.casework.path.Step;
import org.doudi.server.casework.store.CaseStore;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for whom, the first due first. */
@Service
public class WorkList {
    /** How many rows a page shows. */
    public static final int PAGE = 25;

    private final CaseStore store;
    private final Deadlines deadlines;
    private final Today today;

    WorkList(CaseStore store, Deadlines deadlines, Today today) {
        this.store = store;
        this.deadlines = deadlines;
        this.today = today;
    }

    /** Which cases are shown. */
    public enum Tab {
        MINE,
        OTHERS,
        OVER
    }

    /**
     * One row.
     *
     * @param left working days left; 0 today, below 0 overdue
     */
    public record Row(CaseFile file, int left) {
        /** How urgent it is, as a word and a colour. */
        public String light() {
            if (left < 0) {
                return "bad";
            }
            return left <= 1 ? "warn" : "ok";
        }
    }

    /** How many wait for this office, and how many of them are overdue. */
    public record Counts(int mine, int overdue, int others) {}

    /** The counts above the list. */
    @Transactional
    public Counts counts() {
        List<Step> mine = Cases.stepsOf(Scope.officer().role());
        LocalDate far = LocalDate.of(9999, 1, 1);
        return new Counts(
                store.countAtSteps(mine, far),
                store.countAtSteps(mine, today.date()),
                store.countAtSteps(others(mine), far));
    }

    /** The rows of a page. */
    @Transactional
    public List<Row> rows(Tab tab, int page) {
        List<Step> mine = Cases.stepsOf(Scope.officer().role());
        int offset = page * PAGE;
        List<CaseFile> files = switch (tab) {
            case MINE -> store.atSteps(mine, offset, PAGE);
            case OTHERS -> store.atSteps(others(mine), offset, PAGE);
            case OVER -> store.over(offset, PAGE);
        };
        return files.stream().map(f -> new Row(f, left(f))).toList();
    }

    /** Working days that a case has left in its step. */
    public int left(CaseFile file) {
        return deadlines.calendar().left(today.date(), file.due());
    }

    private static List<Step> others(List<Step> mine) {
        return Arrays.stream(Step.values()).filter(s -> !mine.contains(s)).toList();
    }
}
