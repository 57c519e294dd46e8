package org.doudi.server.casework;

import java.util.Optional;
import org.doudi.server.casework.path.Deadlines;
import org.doudi.server.casework.path.Move;
import org.doudi.server.casework.path.Step;
import org.doudi.server.casework.store.CaseStore;
import org.doudi.server.casework.store.VisitStore;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Relatives;
import org.springframework.stereotype.Component;

/** Who must keep their hands off a case: other offices, near relatives, and those who found what is now judged. */
@Component
class Barriers {
    private final CaseStore store;
    private final VisitStore visits;
    private final Relatives relatives;
    private final Deadlines deadlines;

    Barriers(CaseStore store, VisitStore visits, Relatives relatives, Deadlines deadlines) {
        this.store = store;
        this.visits = visits;
        this.relatives = relatives;
        this.deadlines = deadlines;
    }

    /** Why the person may not have the step that the case is at, or nothing. */
    Optional<CaseFailure> against(Officer officer, CaseFile c) {
        if (!c.state().owners().contains(officer.role()) || !officer.area().contains(c.village())) {
            return Optional.of(new CaseFailure.NotNow("the step belongs to another office"));
        }
        if (relatives.isRelative(officer.id(), c.household())) {
            return Optional.of(new CaseFailure.NearRelative(c.number()));
        }
        if (c.state().step().isJudging() && tookPart(officer, c)) {
            return Optional.of(
                    new CaseFailure.FourEyes("officer " + officer.id().value() + " took part in " + c.number()));
        }
        return Optional.empty();
    }

    /** Refuses who may not have the step, or whose colleague has it. */
    void pass(Officer officer, CaseFile c) {
        against(officer, c).ifPresent(failure -> {
            throw failure;
        });
        if (c.holder() != null && !c.isHeldBy(officer)) {
            throw new CaseFailure.Held(c.number());
        }
    }

    /** Whether the person may put off the deadline of the step: once in a case, by whom the table names. */
    boolean mayExtend(Officer officer, CaseFile c) {
        return c.extension() == null
                && c.state().after(Move.EXTEND).isPresent()
                && deadlines
                        .extension(c.state().step(), c.openedOn())
                        .filter(limit -> limit.by() == officer.role())
                        .isPresent();
    }

    /** Refuses who may not put off the deadline. */
    void passExtending(Officer officer, CaseFile c) {
        if (!mayExtend(officer, c)) {
            throw new CaseFailure.NotNow("this person does not put off the deadline of case " + c.number());
        }
        noRelative(officer, c);
    }

    /** Whether the person may open the case again: the county, while no newer case of the household stands on it. */
    boolean mayReopen(Officer officer, CaseFile c) {
        boolean county = Step.DECISION.owners().contains(officer.role())
                || Step.COUNTY_REVIEW.owners().contains(officer.role());
        return county
                && c.state().after(Move.REOPEN).isPresent()
                && store.ofHousehold(c.household()).stream().noneMatch(other -> other.id() > c.id());
    }

    /** Refuses who may not open the case again. */
    void passReopening(Officer officer, CaseFile c) {
        if (!mayReopen(officer, c)) {
            throw new CaseFailure.NotNow("case " + c.number() + " cannot be opened again by this person");
        }
        noRelative(officer, c);
    }

    private void noRelative(Officer officer, CaseFile c) {
        if (relatives.isRelative(officer.id(), c.household())) {
            throw new CaseFailure.NearRelative(c.number());
        }
    }

    private boolean tookPart(Officer officer, CaseFile c) {
        long id = officer.id().value();
        return c.openedBy() == id
                || visits.of(c.id()).stream().anyMatch(v -> v.visitor() == id && v.isFilled())
                || store.reports(c.id()).stream()
                        .anyMatch(r -> r.officer() == id
                                && r.move() == Move.DONE
                                && (r.step().isFinding()
                                        || (c.state().step() == Step.DECISION && r.step() == Step.TOWNSHIP_REVIEW)));
    }

    /** The case with what a declared kinship of anybody who works here brings: the county visits. */
    CaseFile withKin(CaseFile c) {
        boolean declared = !c.state().standing().isFinal() && !c.relative() && relatives.isDeclared(c.household());
        return declared ? c.flagged(true, c.complaint(), true) : c;
    }
}
