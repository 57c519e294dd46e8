package org.doudi.server.benefits;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.SigningScheme.Band;
import org.doudi.server.benefits.SigningScheme.State;
import org.doudi.server.benefits.store.SigningStore;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who signs for which amount: kept by the administrators, one of whom proposes and another decides. */
@Service
public class SigningSchemes {
    private static final Set<Role> ADMINISTRATORS = Set.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR);
    private static final int COUNTY = 6;
    private static final int LONGEST = 200;
    private static final int MOST_BANDS = 8;
    private static final int MOST = 5;
    private static final long MOST_FEN = 100_000_000_000_000L;

    private final SigningStore store;
    private final AuditTrail trail;
    private final Today today;

    SigningSchemes(SigningStore store, AuditTrail trail, Today today) {
        this.store = store;
        this.trail = trail;
        this.today = today;
    }

    /** The schemes of one's area, the newest first. */
    @Transactional
    public List<SigningScheme> all(int offset, int limit) {
        administrator();
        return store.of(Scope.officer().area().code(), offset, limit);
    }

    /** Proposes who signs in a county from a day on, today or later. */
    @Transactional
    public long propose(String county, LocalDate from, String source, List<Band> bands) {
        Officer officer = administrator();
        if (county.length() != COUNTY || !county.startsWith(officer.area().code())) {
            throw new NoSuchElementException("no county " + county + " here");
        }
        if (from.isBefore(today.date())
                || from.isAfter(today.date().plusYears(MOST))
                || source.isBlank()
                || source.length() > LONGEST
                || !sound(bands)) {
            throw new RunRefused(Cause.BANDS);
        }
        SigningScheme scheme = new SigningScheme(
                0,
                county,
                from,
                source.strip(),
                State.PROPOSED,
                bands,
                officer.id().value());
        long id = store.propose(scheme, today.date()).orElseThrow(() -> new RunRefused(Cause.BANDS_WAIT));
        note(scheme, "proposed " + id + ": " + scheme.bands());
        return id;
    }

    private static boolean sound(List<Band> bands) {
        Set<Long> amounts = new HashSet<>();
        return !bands.isEmpty()
                && bands.size() <= MOST_BANDS
                && bands.stream()
                        .allMatch(b -> amounts.add(b.fromFen())
                                && b.fromFen() >= 0
                                && b.fromFen() <= MOST_FEN
                                && b.finance() >= 1
                                && b.finance() <= MOST
                                && b.approvers() >= 0
                                && b.approvers() <= MOST);
    }

    /** Another administrator lets a proposal hold. */
    @Transactional
    public void confirm(long id) {
        decide(id, State.IN_FORCE);
    }

    /** Another administrator turns a proposal down. */
    @Transactional
    public void refuse(long id) {
        decide(id, State.REFUSED);
    }

    private void decide(long id, State state) {
        Officer officer = administrator();
        SigningScheme scheme = store.lock(id)
                .filter(s -> s.county().startsWith(officer.area().code()))
                .orElseThrow(() -> new NoSuchElementException("no scheme " + id + " here"));
        if (scheme.state() != State.PROPOSED) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        if (scheme.proposedBy() == officer.id().value()) {
            throw new RunRefused(Cause.FOUR_EYES);
        }
        store.decide(id, state, officer.id().value(), today.date());
        note(scheme, state + " " + id);
    }

    private void note(SigningScheme scheme, String what) {
        trail.record(
                Act.MONEY_RULE_CHANGED,
                Subject.NONE,
                scheme.source(),
                "signatures of " + scheme.county() + " from " + scheme.from() + " " + what);
    }

    private static Officer administrator() {
        Officer officer = Scope.officer();
        if (!ADMINISTRATORS.contains(officer.role())) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        return officer;
    }
}
