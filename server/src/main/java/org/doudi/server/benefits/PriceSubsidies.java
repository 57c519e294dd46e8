package org.doudi.server.benefits;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.doudi.policy.Parameter;
import org.doudi.policy.PriceLinkage;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.store.PriceIndexStore;
import org.doudi.server.benefits.store.PriceSubsidyStore;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The price subsidy (clause 2.3-4): once a month for everybody covered, from the figure that counts, by the formula in force. Its run goes the
 * way of every other. A corrected figure, or a family that was covered or not, is settled with the next run.
 */
@Service
public class PriceSubsidies {
    /** How far back earlier months are settled. */
    private static final int SETTLED_MONTHS = 24;

    private final PriceSubsidyStore store;
    private final PriceIndexStore indexes;
    private final Formula formula;
    private final Runs runs;
    private final Today today;

    PriceSubsidies(PriceSubsidyStore store, PriceIndexStore indexes, Formula formula, Runs runs, Today today) {
        this.store = store;
        this.indexes = indexes;
        this.formula = formula;
        this.runs = runs;
        this.today = today;
    }

    /** How many payments there are, and for how many people. */
    public record Covered(long payments, long persons) {}

    /**
     * What a run was computed from.
     *
     * @param rise the rise that counted, in hundredths of a percent
     * @param personFen what it comes to a person
     * @param version of the values
     */
    public record Basis(
            PriceIndex index,
            long rise,
            long standardFen,
            long times,
            long roundToFen,
            long leastFen,
            long personFen,
            String version) {}

    /**
     * What a figure comes to.
     *
     * @param examples which values of the formula are only examples
     * @param counts whether it is the one that counts here: a county's own goes before the city's
     * @param covered whom its run would reach, or null where none is to be begun by the reader
     * @param run the run that a county has of it, or null
     */
    public record Effect(
            long rise,
            long personFen,
            List<Parameter> examples,
            boolean counts,
            @Nullable Covered covered,
            @Nullable Long run) {}

    /** What a figure comes to in one's county, or in the city as a whole. */
    @Transactional
    public Effect effect(PriceIndex index) {
        Officer officer = Scope.officer();
        String county = officer.area().code();
        PriceLinkage linkage = formula.at(county, index.month());
        long fen = linkage.perPerson(index.cpi(), index.food());
        String place = index.place().length() > county.length() ? index.place() : county;
        boolean counts = indexes.counting(place, index.month())
                .filter(c -> c.id() == index.id())
                .isPresent();
        Long run = counts ? store.run(county, index.month()).orElse(null) : null;
        boolean begins = fen > 0 && counts && run == null && officer.role() == Role.COUNTY_OFFICER;
        return new Effect(
                linkage.rise(index.cpi(), index.food()),
                fen,
                linkage.examples(),
                counts,
                begins ? store.covered(county, index.month()) : null,
                run);
    }

    /** What a run was computed from; nothing for a monthly one. */
    @Transactional
    public Optional<Basis> basis(long run) {
        return store.basis(run, indexes);
    }

    /**
     * Computes the subsidy of a month. Earlier months are brought up to what is known now, so that what they lacked or had too much is settled
     * with it; a month whose figure starts nothing has a run only where there is something to settle.
     *
     * @param month its first day
     */
    @Transactional
    public Run draft(LocalDate month, String key) {
        Officer officer = Scope.officer();
        String county = officer.area().code();
        if (officer.role() != Role.COUNTY_OFFICER || county.length() != 6) {
            throw new RunRefused(Cause.NOT_NOW);
        }
        PriceIndex index = indexes.counting(county, month).orElseThrow(() -> new RunRefused(Cause.NO_FIGURE));
        Instant now = today.now().truncatedTo(ChronoUnit.MICROS);
        PriceLinkage linkage = formula.at(county, month);
        if (store.run(county, month).isPresent()) {
            throw new RunRefused(Cause.RUN_EXISTS);
        }
        int touched = 0;
        for (LocalDate earlier : store.months(county, month, month.minusMonths(SETTLED_MONTHS))) {
            touched += bring(county, earlier, now);
        }
        touched += bring(county, month, now);
        if (!index.triggers() && touched == 0) {
            throw new RunRefused(Cause.NOT_STARTED);
        }
        Run run = runs.begin(Run.Kind.PRICE_SUBSIDY, month, index.dueOn(), now, key);
        store.keep(run, index, linkage, formula.version());
        if (index.triggers()) {
            store.explain(run);
        }
        return run;
    }

    private int bring(String county, LocalDate month, Instant now) {
        return indexes.counting(county, month)
                .map(index -> store.bring(
                        county,
                        month,
                        formula.at(county, month).perPerson(index.cpi(), index.food()),
                        index.source() + " " + index.publishedOn(),
                        now))
                .orElse(0);
    }
}
