package org.doudi.server.casework;

import java.util.List;
import java.util.Optional;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.casework.path.Standing;
import org.doudi.server.casework.path.Step;
import org.doudi.server.casework.store.BenefitStore;
import org.doudi.server.casework.store.CaseStore;
import org.doudi.server.casework.store.PaperStore;
import org.doudi.server.registry.Households;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases and decisions of one's area for programs. Each listing is in the trail. */
@Service
public class CaseLists {
    private final CaseStore store;
    private final BenefitStore benefits;
    private final PaperStore papers;
    private final Cases cases;
    private final Households households;
    private final AuditTrail audit;
    private final Today today;

    CaseLists(
            CaseStore store,
            BenefitStore benefits,
            PaperStore papers,
            Cases cases,
            Households households,
            AuditTrail audit,
            Today today) {
        this.store = store;
        this.benefits = benefits;
        this.papers = papers;
        this.cases = cases;
        this.households = households;
        this.audit = audit;
        this.today = today;
    }

    /** A decision: what was decided in a case, and what it was made from. */
    public record Decision(CaseFile file, Receipt receipt, List<BenefitLine> lines) {}

    /** What a household may get by what is known today, before it applies. */
    @Transactional
    public List<BenefitLine> entitlements(long household) {
        return Benefits.of(households.assess(household, today.date(), today.now()));
    }

    /** Cases by id, of one standing if it is given. */
    @Transactional
    public List<CaseFile> cases(Optional<Standing> standing, long after, int limit) {
        List<CaseFile> files = store.byId(standing, after, limit);
        audit.record(Act.EXPORTED, Subject.NONE, "", files.size() + " cases after " + after);
        return files;
    }

    /** Cases whose decision stands, by id. */
    @Transactional
    public List<CaseFile> decided(long after, int limit) {
        List<CaseFile> files = store.decided(after, limit);
        audit.record(Act.EXPORTED, Subject.NONE, "", files.size() + " decisions after " + after);
        return files;
    }

    /** The decision of a case that stands; none while the case was opened again. */
    @Transactional
    public Optional<Decision> decision(String number) {
        CaseFile c = cases.get(number);
        audit.record(Act.CASE_READ, Subject.ofCase(number, c.household()), "", "decision");
        return papers.receipt(c.id())
                .filter(r -> c.state().step() == Step.LETTER)
                .map(r -> new Decision(c, r, benefits.of(c.id())));
    }
}
