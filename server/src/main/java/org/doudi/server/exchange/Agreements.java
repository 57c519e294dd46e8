package org.doudi.server.exchange;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.exchange.Agreement.Channel;
import org.doudi.server.exchange.Agreement.State;
import org.doudi.server.exchange.Agreement.Terms;
import org.doudi.server.exchange.SharingRefused.Cause;
import org.doudi.server.exchange.store.AgreementStore;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may have which list: proposed by one person of the department that keeps the list, decided by another. */
@Service
public class Agreements {
    /** Who can be given a list. */
    public static final Set<Department> RECEIVERS = Collections.unmodifiableSet(
            EnumSet.of(Department.CIVIL_AFFAIRS, Department.POVERTY_OFFICE, Department.DISABLED_FEDERATION));

    private static final Set<Role> KEEPERS =
            EnumSet.of(Role.COUNTY_OFFICER, Role.COUNTY_APPROVER, Role.POVERTY_OFFICER);
    private static final int COUNTY = 6;
    /** The one purpose for which people are named that are to be checked. */
    private static final String CHECK = "核对";

    private static final int LONGEST = 200;
    private static final int MOST_YEARS = 5;
    private static final int MOST_RECEIPT_DAYS = 60;
    private static final int MOST_HANDLING_DAYS = 120;
    private static final int SECRET_BYTES = 32;

    private final AgreementStore store;
    private final AuditTrail trail;
    private final Today today;
    private final SecureRandom random = new SecureRandom();

    Agreements(AgreementStore store, AuditTrail trail, Today today) {
        this.store = store;
        this.trail = trail;
        this.today = today;
    }

    /** The agreements by which one's department gives or takes, the newest first. */
    @Transactional
    public List<Agreement> all(int offset, int limit) {
        Officer officer = Scope.officer();
        return store.of(officer.area().code(), officer.department(), offset, limit);
    }

    /** Whether the officer keeps the list, in a county. */
    public static boolean keeps(Officer officer, SharedList list) {
        return KEEPERS.contains(officer.role())
                && officer.department() == list.sender()
                && officer.area().code().length() == COUNTY;
    }

    /** Proposes what a department may have of a list of one's own county. */
    @Transactional
    public long propose(SharedList list, Department receiver, Terms terms) {
        Officer officer = Scope.officer();
        if (!keeps(officer, list)) {
            throw new SharingRefused(Cause.NOT_YOURS, list, receiver);
        }
        Channel channel = new Channel(officer.area().code(), list, receiver);
        check(channel, terms);
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        store.open(channel, HexFormat.of().formatHex(secret));
        long id = store.propose(channel, terms, officer.id().value(), today.date())
                .orElseThrow(() -> new SharingRefused(Cause.PROPOSAL_WAITS, list, receiver));
        note(channel, terms, "proposed " + id);
        return id;
    }

    private void check(Channel channel, Terms terms) {
        boolean named = Stream.of(terms.receiverName(), terms.purpose(), terms.basis())
                .allMatch(t -> !t.isBlank() && t.length() <= LONGEST);
        boolean elsewhere = RECEIVERS.contains(channel.receiver())
                && channel.receiver() != channel.list().sender();
        if (!named || !elsewhere) {
            throw refused(Cause.TERMS, channel);
        }
        if (channel.list() == SharedList.CHECK && !terms.purpose().contains(CHECK)) {
            throw refused(Cause.PURPOSE, channel);
        }
        if (terms.fields().isEmpty() || !channel.list().fields().containsAll(terms.fields())) {
            throw refused(Cause.FIELDS, channel);
        }
        boolean days = !terms.until().isBefore(terms.from())
                && !terms.until().isBefore(today.date())
                && !terms.from().isBefore(today.date().minusYears(1))
                && terms.until().isBefore(terms.from().plusYears(MOST_YEARS).plusDays(1));
        if (!days
                || terms.receiptDays() < 1
                || terms.receiptDays() > MOST_RECEIPT_DAYS
                || terms.handlingDays() < terms.receiptDays()
                || terms.handlingDays() > MOST_HANDLING_DAYS) {
            throw refused(Cause.DAYS, channel);
        }
    }

    private static SharingRefused refused(Cause cause, Channel channel) {
        return new SharingRefused(cause, channel.list(), channel.receiver());
    }

    /** A second person lets a proposal hold, in place of the agreement before. */
    @Transactional
    public void confirm(long id) {
        decide(id, State.IN_FORCE);
    }

    /** A second person turns a proposal down. */
    @Transactional
    public void refuse(long id) {
        decide(id, State.REFUSED);
    }

    private void decide(long id, State state) {
        Officer officer = Scope.officer();
        Agreement agreement = store.lock(id)
                .filter(a -> a.channel().county().equals(officer.area().code())
                        && keeps(officer, a.channel().list()))
                .orElseThrow(() -> new SharingRefused(Cause.NOT_FOUND));
        if (agreement.state() != State.PROPOSED) {
            throw refused(Cause.NOT_NOW, agreement.channel());
        }
        if (agreement.proposedBy() == officer.id().value()) {
            throw refused(Cause.FOUR_EYES, agreement.channel());
        }
        store.decide(agreement, state, officer.id().value(), today.date());
        note(agreement.channel(), agreement.terms(), state + " " + id);
    }

    private void note(Channel channel, Terms terms, String what) {
        trail.record(
                Act.AGREEMENT_CHANGED,
                Subject.NONE,
                terms.basis(),
                channel.name() + " until " + terms.until() + " " + terms.columns() + " " + what);
    }
}
