package org.doudi.server.benefits;

import java.util.List;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.benefits.Rerating.LineState;
import org.doudi.server.benefits.store.ReratingViewStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What pages show of reratings. Each reading of households is in the trail. */
@Service
public class ReratingViews {
    /** How many rows a page holds. */
    public static final int PAGE = 50;

    private final ReratingViewStore store;
    private final AuditTrail trail;

    ReratingViews(ReratingViewStore store, AuditTrail trail) {
        this.store = store;
        this.trail = trail;
    }

    /**
     * What a rerating does in one place.
     *
     * @param code the township's or county's code
     * @param lookedAt households
     * @param up households that get more, by what follows without a person
     * @param person households of which a person decides something
     * @param fen by how much a month gets more or less, by what follows without a person
     */
    public record Effect(String code, int lookedAt, int up, int down, int unchanged, int person, long fen) {}

    /** How many lines have one code and state, and what they are about a month. */
    public record CodeSum(Rerating.Code code, LineState state, int lines, long fen) {}

    /** A line and whose it is; why a person decided so, where one did. */
    public record Row(
            Rerating.Line line,
            String number,
            String head,
            @Nullable String why) {}

    /** What it does, township by township. */
    @Transactional
    public List<Effect> townships(Rerating r) {
        return store.townships(r);
    }

    /** What was found, by code and state. */
    @Transactional
    public List<CodeSum> codes(Rerating r) {
        return store.codes(r);
    }

    /** The lines in one state. */
    @Transactional
    public List<Row> lines(Rerating r, LineState state, int page) {
        List<Row> rows = store.lines(r, state, page * PAGE, PAGE);
        rows.stream()
                .map(row -> row.line().household())
                .distinct()
                .forEach(h -> trail.record(Act.HOUSEHOLD_READ, Subject.household(h), "", "rerating " + r.id()));
        return rows;
    }
}
