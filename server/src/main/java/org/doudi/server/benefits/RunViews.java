package org.doudi.server.benefits;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.LineView.Row;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.store.LineStore;
import org.doudi.server.benefits.store.MoneyViews;
import org.doudi.server.casework.path.Deadlines;
import org.doudi.server.casework.path.WorkingDays;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What pages show of runs and their lines. Each reading of people is in the trail. */
@Service
public class RunViews {
    /** How many lines a page holds. */
    public static final int PAGE = 50;

    private final Runs runs;
    private final MoneyViews views;
    private final LineStore lines;
    private final WorkingDays calendar;
    private final AuditTrail trail;
    private final Today today;

    RunViews(Runs runs, MoneyViews views, LineStore lines, Deadlines deadlines, AuditTrail trail, Today today) {
        this.runs = runs;
        this.views = views;
        this.lines = lines;
        this.calendar = deadlines.calendar();
        this.trail = trail;
        this.today = today;
    }

    /** Which lines of a run. */
    public enum Filter {
        ALL,
        CHANGED,
        UNEXPLAINED,
        HELD,
        NO_ACCOUNT,
        /** Rejected, or paid and come back. */
        CAME_BACK
    }

    /** A county whose month is late: its run, or none if it was not even begun. */
    public record Late(Run.Kind kind, String county, LocalDate month, LocalDate due, Optional<Run.State> state) {}

    /** How many lines have no account that money can be sent to now, and what they add up to. */
    public record Lacking(long lines, long fen) {}

    /** Who moved a run, and on which day of the office. */
    public record Moved(String what, String officer, LocalDate on) {}

    /** The months of one's area that are late. */
    @Transactional
    public List<Late> late() {
        LocalDate day = today.date();
        return views.late(day, calendar.onOrBefore(day.withDayOfMonth(Runs.PAY_BY)));
    }

    /** Lines that lack an account. */
    @Transactional
    public Lacking lacking(Run run) {
        return views.lacking(run, today.date());
    }

    /** What setting the money of a run aside takes: its lines, and older ones of the county that wait no longer. */
    @Transactional
    public long payable(Run run) {
        return lines.payable(run);
    }

    /** Who moved the run, the first first. */
    @Transactional
    public List<Moved> moves(Run run) {
        return views.moves(run);
    }

    /** The run that was begun with that key, so that a second click finds what the first made. */
    @Transactional
    public Optional<Run> begunWith(String key) {
        return views.begunWith(key).map(runs::get);
    }

    /**
     * Lines of a run.
     *
     * @param query a household's number or a name; empty for all
     */
    @Transactional
    public List<Row> lines(Run run, Filter filter, String query, int page) {
        List<Row> rows = views.lines(run, filter, query.strip(), page * PAGE, PAGE, today.date());
        if (!rows.isEmpty()) {
            trail.record(
                    Act.SEARCHED, Subject.NONE, "", "run " + run.id() + " " + filter + ": " + rows.size() + " lines");
        }
        return rows;
    }

    /** Why a line is what it is. */
    @Transactional
    public LineView line(long run, long line) {
        LineView view = views.line(runs.get(run), line)
                .orElseThrow(() -> new NoSuchElementException("no line " + line + " in run " + run));
        trail.record(Act.HOUSEHOLD_READ, Subject.household(view.row().household()), "", "line " + line);
        return view;
    }

    /** The lines of a household in the last twelve months, the newest first. */
    @Transactional
    public List<Row> ofHousehold(long household) {
        return views.ofHousehold(household, today.date().minusMonths(12).withDayOfMonth(1));
    }

    /** What came back from banks in one's area and waits for a new account. */
    @Transactional
    public List<Row> cameBack(int page) {
        List<Row> rows = views.cameBack(page * PAGE, PAGE);
        if (!rows.isEmpty()) {
            trail.record(Act.SEARCHED, Subject.NONE, "", "payments that came back: " + rows.size());
        }
        return rows;
    }

    /** A person accepts a change that nothing explains, and says why. */
    @Transactional
    public void accept(long run, long line, String why) {
        Officer officer = Scope.officer();
        if (officer.role() != Role.COUNTY_OFFICER && officer.role() != Role.COUNTY_APPROVER) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        if (why.isBlank()) {
            throw new RunRefused(Cause.REASON);
        }
        Run of = runs.get(run);
        long household = views.household(of, line)
                .orElseThrow(() -> new NoSuchElementException("no line " + line + " in run " + run));
        if (!views.accept(of, line, officer.id().value(), why.strip())) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        trail.record(Act.RUN_MOVED, Subject.household(household), why.strip(), "change of line " + line + " accepted");
    }
}
