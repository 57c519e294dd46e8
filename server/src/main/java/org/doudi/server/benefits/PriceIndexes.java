package org.doudi.server.benefits;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.doudi.policy.MissingParameterException;
import org.doudi.policy.PriceLinkage;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.PriceIndex.State;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.store.PriceIndexStore;
import org.doudi.server.casework.path.Deadlines;
import org.doudi.server.casework.path.WorkingDays;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The price index as it was published: entered with its source by the statistics office or civil affairs, and looked at by a second person
 * where money hangs on it. A correction is a figure of its own; the one before stays.
 */
@Service
public class PriceIndexes {
    /** No rise is ten times the prices of the year before. */
    private static final int MOST = 100_000;

    private static final int CITY = 4;
    private static final int COUNTY = 6;
    private static final int LONGEST = 200;
    private final PriceIndexStore store;
    private final Formula formula;
    private final WorkingDays calendar;
    private final AuditTrail trail;
    private final Today today;

    PriceIndexes(PriceIndexStore store, Formula formula, Deadlines deadlines, AuditTrail trail, Today today) {
        this.store = store;
        this.formula = formula;
        this.calendar = deadlines.calendar();
        this.trail = trail;
        this.today = today;
    }

    /** What a statistics office published for a month. */
    public record Published(LocalDate month, int cpi, int food, LocalDate on, String source) {}

    /** The figures of one's area, the newest month first. */
    @Transactional
    public List<PriceIndex> all(int offset, int limit) {
        return store.of(Scope.officer().area().code(), offset, limit);
    }

    /** The figure that counts in a county for a month. */
    @Transactional
    public Optional<PriceIndex> counting(String county, LocalDate month) {
        return store.counting(county, month);
    }

    /**
     * Enters a figure for one's area. It counts at once, unless money hangs on it: then a second person confirms it.
     *
     * @param why why the figure before is corrected; empty for a first one
     */
    @Transactional
    public PriceIndex enter(Published published, String why) {
        Officer officer = Scope.officer();
        String place = officer.area().code();
        if (!Set.of(Role.STATISTICIAN, Role.COUNTY_OFFICER).contains(officer.role())
                || (place.length() != CITY && place.length() != COUNTY)) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        check(published);
        Optional<PriceIndex> before = store.counting(place, published.month());
        boolean corrects = before.filter(b -> b.place().equals(place)).isPresent();
        if (corrects && (why.isBlank() || why.length() > LONGEST)) {
            throw new RunRefused(Cause.REASON);
        }
        PriceIndex index = proposal(place, published, corrects ? why.strip() : "");
        long id = store.propose(index, today.date()).orElseThrow(() -> new RunRefused(Cause.FIGURE_WAITS));
        note(index, "entered " + id + ": cpi " + published.cpi() + ", food " + published.food());
        PriceIndex kept = get(id);
        if (!index.triggers() && before.filter(PriceIndex::triggers).isEmpty()) {
            store.putInForce(kept, null, today.date(), today.now().truncatedTo(ChronoUnit.MICROS));
        }
        return get(id);
    }

    private PriceIndex proposal(String place, Published published, String why) {
        try {
            PriceLinkage linkage = formula.at(place, published.month());
            return new PriceIndex(
                    0,
                    place,
                    published.month(),
                    published.cpi(),
                    published.food(),
                    published.on(),
                    published.source().strip(),
                    State.PROPOSED,
                    linkage.starts(published.cpi(), published.food()),
                    calendar.after(published.on(), linkage.workingDays()),
                    why,
                    Scope.officer().id().value(),
                    null,
                    null);
        } catch (MissingParameterException | IllegalArgumentException e) {
            throw new RunRefused(Cause.NOT_A_MONTH);
        }
    }

    private void check(Published p) {
        if (p.month().getDayOfMonth() != 1) {
            throw new RunRefused(Cause.NOT_A_MONTH);
        }
        boolean published =
                !p.on().isAfter(today.date()) && !p.on().isBefore(p.month().plusMonths(1));
        boolean sourced = !p.source().isBlank() && p.source().length() <= LONGEST;
        if (!published || !sourced || !possible(p.cpi()) || !possible(p.food())) {
            throw new RunRefused(Cause.FIGURE);
        }
    }

    private static boolean possible(int rise) {
        return rise > -MOST / 10 && rise < MOST;
    }

    /** A second person finds that the figure is what was published. */
    @Transactional
    public PriceIndex confirm(long id) {
        PriceIndex index = decides(id);
        store.putInForce(
                index, Scope.officer().id().value(), today.date(), today.now().truncatedTo(ChronoUnit.MICROS));
        note(index, "confirmed " + id);
        return get(id);
    }

    /** A second person finds that it is not. */
    @Transactional
    public PriceIndex refuse(long id, String why) {
        PriceIndex index = decides(id);
        if (why.isBlank() || why.length() > LONGEST) {
            throw new RunRefused(Cause.REASON);
        }
        store.refuse(id, Scope.officer().id().value(), today.date(), why.strip());
        note(index, "refused " + id + ": " + why.strip());
        return get(id);
    }

    private PriceIndex decides(long id) {
        Officer officer = Scope.officer();
        PriceIndex index = store.lock(id)
                .filter(i -> i.place().equals(officer.area().code()))
                .orElseThrow(() -> new NoSuchElementException("no figure " + id + " here"));
        if (!Set.of(Role.STATISTICIAN, Role.COUNTY_APPROVER, Role.CITY_SUPERVISOR)
                        .contains(officer.role())
                || index.state() != State.PROPOSED) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        if (index.enteredBy() == officer.id().value()) {
            throw new RunRefused(Cause.FOUR_EYES);
        }
        return index;
    }

    private PriceIndex get(long id) {
        return store.find(id).orElseThrow();
    }

    private void note(PriceIndex index, String what) {
        trail.record(
                Act.MONEY_RULE_CHANGED,
                Subject.NONE,
                Objects.requireNonNull(index.source()),
                "price index " + index.place() + " " + index.month() + " " + what);
    }
}
