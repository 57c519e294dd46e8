package org.doudi.server.benefits;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.HouseholdsInSight;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.store.HoldStore;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.Households;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stops and lets go the payment of a household, by a person who says why. */
@Service
public class Holds {
    private final HoldStore store;
    private final Ledger ledger;
    private final Households households;
    private final HouseholdsInSight inSight;
    private final AuditTrail trail;
    private final Today today;

    Holds(
            HoldStore store,
            Ledger ledger,
            Households households,
            HouseholdsInSight inSight,
            AuditTrail trail,
            Today today) {
        this.store = store;
        this.ledger = ledger;
        this.households = households;
        this.inSight = inSight;
        this.trail = trail;
        this.today = today;
    }

    /** The holds of a household, the newest first. */
    @Transactional
    public List<Hold> of(long household) {
        return store.of(household);
    }

    /** Holds what is to be paid from a month on, and lines that were computed and did not go out. */
    @Transactional
    public void put(long household, LocalDate month, HoldReason reason, String words) {
        Officer officer = mayHold();
        if (words.isBlank()) {
            throw new RunRefused(Cause.REASON);
        }
        if (month.getDayOfMonth() != 1) {
            throw new RunRefused(Cause.NOT_A_MONTH);
        }
        String village = households.get(household).village();
        waitForNoMoney(village);
        store.put(village, household, month, reason, words.strip(), officer.id().value(), today.date());
        trail.record(Act.HOLD_CHANGED, Subject.household(household), words.strip(), reason + " from " + month);
    }

    /** Ends a hold; what waited for it alone is paid with the next run. */
    @Transactional
    public void lift(long household, long hold, String why) {
        Officer officer = mayHold();
        if (why.isBlank()) {
            throw new RunRefused(Cause.REASON);
        }
        if (!inSight.sees(household)) {
            throw new NoSuchElementException("no household " + household + " here");
        }
        waitForNoMoney(households.get(household).village());
        if (!store.lift(household, hold, officer.id().value(), today.date())) {
            throw new NoSuchElementException("no hold " + hold + " lasts here");
        }
        trail.record(Act.HOLD_CHANGED, Subject.household(household), why.strip(), "lifted " + hold);
    }

    /** Whether a county's payments can be stopped and let go now; nobody else moves its money until the transaction ends. */
    @Transactional
    public boolean canMove(String village) {
        String county = village.substring(0, 6);
        ledger.lock(county);
        return !store.isFunded(county);
    }

    /**
     * Holds by itself what a household is paid from a month on, because the day of its re-verification went by.
     *
     * @return the hold
     */
    @Transactional
    public long putMissed(long household, LocalDate month, String words) {
        String village = households.get(household).village();
        waitForNoMoney(village);
        long hold = store.put(
                village,
                household,
                month,
                HoldReason.REVERIFY,
                words,
                Scope.officer().id().value(),
                today.date());
        trail.record(
                Act.HOLD_CHANGED,
                Subject.household(household),
                words,
                HoldReason.REVERIFY + " from " + month + ", by the calendar");
        return hold;
    }

    /** Ends such a hold by itself, if it lasts: the household was verified. */
    @Transactional
    public void liftVerified(long household, long hold) {
        waitForNoMoney(households.get(household).village());
        if (store.lift(household, hold, Scope.officer().id().value(), today.date())) {
            trail.record(Act.HOLD_CHANGED, Subject.household(household), "", "lifted " + hold + ", verified");
        }
    }

    /** Between setting the money aside and letting it go, what is to be paid stays as it is. */
    private void waitForNoMoney(String village) {
        if (!canMove(village)) {
            throw new RunRefused(Cause.NOT_NOW);
        }
    }

    private static Officer mayHold() {
        Officer officer = Scope.officer();
        if (officer.role() != Role.COUNTY_OFFICER && officer.role() != Role.TOWNSHIP_REVIEWER) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        return officer;
    }
}
