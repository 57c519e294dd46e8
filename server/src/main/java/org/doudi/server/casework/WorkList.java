package org.doudi.server.casework;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.doudi.server.casework.path.Deadlines;
import org.doudi.server.casework.path.Step;
import org.doudi.server.casework.store.ListStore;
import org.doudi.server.casework.store.ListStore.Hands;
import org.doudi.server.casework.store.ListStore.Wanted;
import org.doudi.server.casework.store.ObjectionStore;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for whom, the first due first. */
@Service
public class WorkList {
    /** How many rows a page shows. */
    public static final int PAGE = 25;

    private static final List<Step> ALL = List.of(Step.values());

    private final ListStore store;
    private final ObjectionStore objections;
    private final Deadlines deadlines;
    private final Today today;

    WorkList(ListStore store, ObjectionStore objections, Deadlines deadlines, Today today) {
        this.store = store;
        this.objections = objections;
        this.deadlines = deadlines;
        this.today = today;
    }

    /** Which cases are shown. */
    public enum Tab {
        /** In my hands. */
        MINE,
        /** My office's steps that nobody took. */
        UNCLAIMED,
        /** All that my office answers for. */
        OFFICE,
        /** What is late in my office and in those below it. */
        OVERDUE,
        /** What other offices have. */
        OTHERS,
        OVER
    }

    /**
     * One row.
     *
     * @param left working days left; 0 today, below 0 overdue
     * @param answerBy by when an objection is to be answered, or null where none waits
     */
    public record Row(CaseFile file, int left, @Nullable LocalDate answerBy) {
        /** How urgent it is, as a word and a colour. */
        public String light() {
            if (left < 0) {
                return "bad";
            }
            return left <= 1 ? "warn" : "ok";
        }
    }

    /** How many are on each tab. */
    public record Counts(int mine, int unclaimed, int office, int overdue, int others) {}

    /** The counts above the list. */
    @Transactional
    public Counts counts() {
        return new Counts(
                store.count(wanted(Tab.MINE)),
                store.count(wanted(Tab.UNCLAIMED)),
                store.count(wanted(Tab.OFFICE)),
                store.count(wanted(Tab.OVERDUE)),
                store.count(wanted(Tab.OTHERS)));
    }

    /** The rows of a page. */
    @Transactional
    public List<Row> rows(Tab tab, int page) {
        int offset = page * PAGE;
        List<CaseFile> files = tab == Tab.OVER ? store.over(offset, PAGE) : store.rows(wanted(tab), offset, PAGE);
        Map<Long, LocalDate> objected =
                objections.due(files.stream().map(CaseFile::id).toList());
        return files.stream()
                .map(f -> new Row(f, left(f), objected.get(f.id())))
                .toList();
    }

    private Wanted wanted(Tab tab) {
        Officer me = Scope.officer();
        long id = me.id().value();
        // whoever works in a village helps the township
        Department own = me.role().department();
        Department office = own == Department.VILLAGE ? Department.TOWNSHIP : own;
        List<Step> mine = Cases.stepsOf(me.role());
        List<Step> offices = steps(office);
        return switch (tab) {
            case MINE -> new Wanted(mine, Hands.MINE, id, ListStore.ALWAYS);
            case UNCLAIMED -> new Wanted(mine, Hands.NOBODY, id, ListStore.ALWAYS);
            case OFFICE -> new Wanted(offices, Hands.ANY, id, ListStore.ALWAYS);
            case OVERDUE -> new Wanted(office == Department.TOWNSHIP ? offices : ALL, Hands.ANY, id, today.date());
            case OTHERS, OVER ->
                new Wanted(ALL.stream().filter(s -> !offices.contains(s)).toList(), Hands.ANY, id, ListStore.ALWAYS);
        };
    }

    /** The cases whose notices one could hang today, by village. */
    @Transactional
    public Map<String, List<CaseFile>> toPost() {
        List<Step> notices = Cases.stepsOf(Scope.officer().role()).stream()
                .filter(Step::isNotice)
                .toList();
        return store.toPost(notices, Bulk.MOST).stream()
                .collect(Collectors.groupingBy(CaseFile::village, TreeMap::new, Collectors.toList()));
    }

    private static List<Step> steps(Department office) {
        return Arrays.stream(Step.values()).filter(s -> s.office() == office).toList();
    }

    /** What is late in one's area, by township and step, as figures: also for who watches and does not see people. */
    @Transactional
    public List<ListStore.Late> late() {
        return store.late(today.date());
    }

    /** Working days that a case has left in its step. */
    public int left(CaseFile file) {
        return deadlines.calendar().left(today.date(), file.due());
    }
}
