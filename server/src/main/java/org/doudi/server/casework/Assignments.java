package org.doudi.server.casework;

import java.util.List;
import java.util.Map;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.casework.CaseFile.Holder;
import org.doudi.server.casework.store.CaseStore;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.RelativesChanged;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who of the office that owns a step does it: taken by oneself, given back, handed over, or given out by the one who reviews
 * the office's work. A near relative, and who found what is now judged, never gets a case.
 */
@Service
public class Assignments {
    private static final Map<Department, Integer> DIGITS = Map.of(Department.TOWNSHIP, 9, Department.CIVIL_AFFAIRS, 6);

    private final Cases cases;
    private final CaseStore store;
    private final Barriers barriers;
    private final Progress progress;
    private final Accounts accounts;
    private final AuditTrail audit;

    Assignments(
            Cases cases, CaseStore store, Barriers barriers, Progress progress, Accounts accounts, AuditTrail audit) {
        this.cases = cases;
        this.store = store;
        this.barriers = barriers;
        this.progress = progress;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** Takes a step that nobody holds; taking what one holds already changes nothing. */
    @Transactional
    public void claim(String number) {
        Officer me = Scope.officer();
        CaseFile c = cases.get(number);
        barriers.pass(me, c);
        if (!c.isHeldBy(me)) {
            hold(c, Holder.of(me), "claimed");
        }
    }

    /** Gives a step that one holds back to the office. */
    @Transactional
    public void release(String number) {
        CaseFile c = cases.get(number);
        if (!c.isHeldBy(Scope.officer())) {
            throw new CaseFailure.NotNow("only who holds a step gives it back");
        }
        progress.save(c.heldBy(null));
        record(c, "released");
    }

    /** Gives a step to a colleague: one's own by its holder, any of the office by the one who reviews its work. */
    @Transactional
    public void assign(String number, long to) {
        Officer me = Scope.officer();
        CaseFile c = cases.get(number);
        if (!c.isHeldBy(me) && !directs(me.role(), c)) {
            throw new CaseFailure.NotNow("only its holder or the one who reviews the office's work gives a step away");
        }
        Officer other = accounts.byId(new OfficerId(to))
                .orElseThrow(() -> new CaseFailure.NotNow("there is no such colleague"));
        barriers.against(other, c).ifPresent(failure -> {
            throw failure;
        });
        hold(c, Holder.of(other), "assigned to " + to);
    }

    private void hold(CaseFile c, Holder holder, String what) {
        progress.save(c.heldBy(holder));
        record(c, what);
    }

    private void record(CaseFile c, String what) {
        audit.record(
                Act.CASE_ASSIGNED,
                Subject.ofCase(c.number(), c.household()),
                "",
                c.state().step() + " " + what);
    }

    /** Whether the role gives out the work of the office that the case is with. */
    static boolean directs(Role role, CaseFile c) {
        return c.state()
                .office()
                .filter(office -> directs(role) && role.department() == office)
                .isPresent();
    }

    /** Whether the role gives out its office's work. */
    public static boolean directs(Role role) {
        return role == Role.TOWNSHIP_REVIEWER || role == Role.COUNTY_APPROVER;
    }

    /** Who may have the step, if the person of the scope gives it away; nobody otherwise. */
    List<Officer> candidates(CaseFile c) {
        Officer me = Scope.officer();
        if (c.state().standing().isFinal() || (!c.isHeldBy(me) && !directs(me.role(), c))) {
            return List.of();
        }
        return colleagues(
                        c.village(),
                        c.state().step().office(),
                        c.state().owners().toArray(Role[]::new))
                .stream()
                .filter(o -> !c.isHeldBy(o) && barriers.against(o, c).isEmpty())
                .toList();
    }

    /** The people of one's own office who can hold some step, for giving out many at once; nobody for who does not direct. */
    @Transactional
    public List<Officer> office() {
        Officer me = Scope.officer();
        return switch (me.role()) {
            case TOWNSHIP_REVIEWER -> accounts.inArea(me.area(), Role.TOWNSHIP_CLERK, Role.TOWNSHIP_REVIEWER);
            case COUNTY_APPROVER -> accounts.inArea(me.area(), Role.COUNTY_OFFICER, Role.COUNTY_APPROVER);
            default -> List.of();
        };
    }

    private List<Officer> colleagues(String village, Department office, Role[] roles) {
        Area area = new Area(village.substring(0, DIGITS.getOrDefault(office, village.length())));
        return accounts.inArea(area, roles);
    }

    /** A kinship that comes to light takes the case out of the relative's hands. */
    @EventListener
    void kinship(RelativesChanged news) {
        if (news.change() != RelativesChanged.Change.DECLARED) {
            return;
        }
        store.running(news.household())
                .filter(c -> c.holder() != null
                        && c.holder().officer() == news.officer().value())
                .ifPresent(c -> {
                    progress.save(c.heldBy(null));
                    record(c, "taken from a relative");
                });
    }
}
