package org.doudi.server.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.casework.CaseFile.Posting;
import org.doudi.server.casework.PublicObjection.Fault;
import org.doudi.server.casework.PublicObjection.Lodged;
import org.doudi.server.casework.PublicObjection.Objector;
import org.doudi.server.casework.PublicObjection.Standing;
import org.doudi.server.casework.step.Problem;
import org.doudi.server.casework.store.ObjectionStore;
import org.doudi.server.casework.store.ObjectorStore;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Objections that people make on the public page, without signing in. */
@Service
public class PublicObjections {
    /** Letters of an objection. */
    public static final int WORDS = 2000;

    /** Letters of a name. */
    public static final int NAME = 40;

    /** Letters of an address or telephone. */
    public static final int REACH = 100;

    /** As many may wait on one notice; more come to the office in person. */
    static final int MOST = 20;

    private static final Pattern NUMBER = Pattern.compile("([0-9]{12})-([0-9]{1,15})");
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Cases cases;
    private final Objections objections;
    private final ObjectionStore store;
    private final ObjectorStore objectors;
    private final Barriers barriers;
    private final AuditTrail audit;
    private final Today today;

    PublicObjections(
            Cases cases,
            Objections objections,
            ObjectionStore store,
            ObjectorStore objectors,
            Barriers barriers,
            AuditTrail audit,
            Today today) {
        this.cases = cases;
        this.objections = objections;
        this.store = store;
        this.objectors = objectors;
        this.barriers = barriers;
        this.audit = audit;
        this.today = today;
    }

    /**
     * Takes an objection to a notice that hangs today.
     *
     * @throws CaseFailure if there is something to mend, or the notice takes none
     */
    @Transactional
    public Lodged lodge(String number, PublicObjection made) {
        CaseFile c = cases.get(number);
        List<Fault> faults = faults(made);
        if (!faults.isEmpty()) {
            throw CaseFailure.incomplete(faults.stream()
                    .map(f -> new Problem(f.field(), f.code(), List.of(f.most())))
                    .toList());
        }
        Optional<Long> before = objectors.madeBy(c, made.form());
        if (before.isPresent()) {
            return lodged(c, made.form(), before.get());
        }
        Posting posting = c.posting();
        LocalDate day = today.date();
        if (posting == null || day.isBefore(posting.from()) || day.isAfter(posting.to())) {
            throw new CaseFailure.NotNow("the notice of case " + number + " is not up");
        }
        if (objectors.waiting(c) >= MOST) {
            throw new CaseFailure.NotNow("enough objections to case " + number + " wait");
        }
        long id = objections.add(c, Objects.requireNonNull(made.contests()), made.words());
        objectors.add(c, id, made);
        return lodged(c, made.form(), id);
    }

    private Lodged lodged(CaseFile c, String form, long id) {
        Objection o = objection(c, id);
        return new Lodged(
                Objection.number(c.village(), id), objectors.code(form), o.madeOn(), o.due(), o.step(), o.contests());
    }

    private Objection objection(CaseFile c, long id) {
        return store.of(c.id()).stream().filter(o -> o.id() == id).findFirst().orElseThrow();
    }

    /** What of it is to be mended before it can be taken. */
    public static List<Fault> faults(PublicObjection made) {
        List<Fault> faults = new ArrayList<>();
        if (!FORM.matcher(made.form()).matches()) {
            faults.add(new Fault("form", "again", 0));
        }
        if (made.contests() == null) {
            faults.add(new Fault("contests", "choice", 0));
        }
        if (made.words().isBlank()) {
            faults.add(new Fault("words", "missing", 0));
        }
        limit("words", made.words(), WORDS, faults);
        limit("name", made.objector().name(), NAME, faults);
        limit("reach", made.objector().reach(), REACH, faults);
        return faults;
    }

    private static void limit(String field, @Nullable String text, int most, List<Fault> faults) {
        if (text != null && text.length() > most) {
            faults.add(new Fault(field, "too-long", most));
        }
    }

    /** The village that a number names; nothing for what is no number. */
    public static Optional<String> village(String number) {
        Matcher parts = NUMBER.matcher(number);
        return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
    }

    /** Where an objection stands, for who has its number and its code. */
    @Transactional
    public Optional<Standing> standing(String number, String code) {
        Matcher parts = NUMBER.matcher(number);
        if (!parts.matches() || !objectors.opens(parts.group(1), Long.parseLong(parts.group(2)), code)) {
            return Optional.empty();
        }
        long id = Long.parseLong(parts.group(2));
        CaseFile c = cases.get(store.caseOf(id).orElseThrow());
        audit.record(Act.CASE_READ, Subject.ofCase(c.number(), c.household()), "", "objector asks");
        Objection o = objection(c, id);
        boolean ended = c.state().standing().isFinal() && o.state() != Objection.State.ANSWERED;
        return Optional.of(new Standing(o, ended ? Objection.State.ENDED : o.state()));
    }

    /** Who made an objection, for whoever answers it; each look is in the trail. */
    @Transactional
    public Objector objector(String number, long objection) {
        CaseFile c = cases.get(number);
        barriers.pass(Scope.officer(), c);
        Objector found = objectors.of(c, objection).orElseThrow(() -> new CaseFailure.NotFound(number));
        audit.record(Act.ID_REVEALED, Subject.ofCase(number, c.household()), "", "objector");
        return found;
    }
}
