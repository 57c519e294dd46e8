package org.doudi.server.benefits;

import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.ExitNotice.Way;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.store.ExitNoticeStore;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Dibao that ends by itself is announced two months ahead (clause 2.2-7): the notice is made once, with the month's run or when the township
 * looks at its list, whichever is first, and the township sees to it that the family gets it.
 */
@Service
public class ExitNotices {
    /** How many a page shows. */
    public static final int PAGE = 50;

    /** How many months ahead. */
    static final int AHEAD = 2;

    private static final Set<Role> DELIVER = Set.of(Role.TOWNSHIP_CLERK, Role.TOWNSHIP_REVIEWER);
    private static final int LONGEST = 60;

    private final ExitNoticeStore store;
    private final AuditTrail trail;
    private final Today today;

    ExitNotices(ExitNoticeStore store, AuditTrail trail, Today today) {
        this.store = store;
        this.trail = trail;
        this.today = today;
    }

    /** Makes the notices of one's area that are due and not made yet. */
    @Transactional
    public int announce() {
        LocalDate day = today.date();
        int made = store.announce(day, day.plusMonths(AHEAD));
        if (made > 0) {
            trail.record(Act.AWARD_CHANGED, Subject.NONE, "", made + " families told that their dibao ends");
        }
        return made;
    }

    /** The families of one's area that have not got theirs. */
    @Transactional
    public List<ExitNotice> open(int page) {
        announce();
        List<ExitNotice> open = store.open(page * PAGE, PAGE);
        if (!open.isEmpty()) {
            trail.record(Act.SEARCHED, Subject.NONE, "", "dibao that ends: " + open.size() + " families");
        }
        return open;
    }

    /** How many they are. */
    @Transactional
    public long count() {
        announce();
        return store.count();
    }

    /** The notices of a household. */
    @Transactional
    public List<ExitNotice> of(long household) {
        return store.of(household);
    }

    /** A notice, to be printed. */
    @Transactional
    public ExitNotice letter(long id) {
        ExitNotice notice = get(id);
        trail.record(Act.LETTER_ISSUED, Subject.household(notice.household()), "", "dibao ends on " + notice.endsOn());
        return notice;
    }

    /** Notes that the family got its notice. */
    @Transactional
    public void deliver(long id, Way way, String receivedBy) {
        Officer officer = Scope.officer();
        ExitNotice notice = get(id);
        if (!DELIVER.contains(officer.role())) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        if (receivedBy.isBlank() || receivedBy.length() > LONGEST) {
            throw new RunRefused(Cause.RECEIVER);
        }
        if (!store.deliver(id, today.date(), officer.id().value(), way, receivedBy.strip())) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        trail.record(Act.LETTER_ISSUED, Subject.household(notice.household()), "", "told that dibao ends: " + way);
    }

    private ExitNotice get(long id) {
        return store.find(id).orElseThrow(() -> new NoSuchElementException("no notice " + id + " here"));
    }
}
