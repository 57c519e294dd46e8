package org.doudi.server.benefits;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.doudi.policy.MissingParameterException;
import org.doudi.policy.PriceLinkage;
import org.doudi.server.benefits.PriceSubsidies.Covered;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.store.PriceSubsidyStore;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the price subsidy of a month would come to if its runs were begun now: in each county the figure that counts, whether it starts the
 * subsidy, for how many people and how much. Nothing of it stays.
 */
@Service
public class PriceTrials {
    private static final int COUNTY = 6;

    private final PriceIndexes indexes;
    private final PriceSubsidies subsidies;
    private final PriceSubsidyStore store;
    private final Formula formula;
    private final Runs runs;
    private final Divisions divisions;
    private final TransactionTemplate undone;

    PriceTrials(
            PriceIndexes indexes,
            PriceSubsidies subsidies,
            PriceSubsidyStore store,
            Formula formula,
            Runs runs,
            Divisions divisions,
            PlatformTransactionManager transactions) {
        this.indexes = indexes;
        this.subsidies = subsidies;
        this.store = store;
        this.formula = formula;
        this.runs = runs;
        this.divisions = divisions;
        this.undone = new TransactionTemplate(transactions);
    }

    /**
     * One county.
     *
     * @param index the figure that counts there, or null where there is none
     * @param linkage the formula, or null where its values are missing
     * @param personFen what it comes to a person; 0 where nothing starts
     * @param covered for whom the subsidy would be
     * @param run the run that it has already, or null
     */
    public record County(
            Divisions.Division place,
            @Nullable PriceIndex index,
            @Nullable PriceLinkage linkage,
            long personFen,
            Covered covered,
            @Nullable Long run) {
        /** Whether the figure starts the subsidy. */
        public boolean starts() {
            return personFen > 0;
        }

        /** What the month would come to there. */
        public long fen() {
            return Math.multiplyExact(personFen, covered.persons());
        }
    }

    /**
     * A month that was tried.
     *
     * @param figures what the run of one's own county would show, or null where it cannot be begun by the reader
     * @param refused why it cannot be begun, or null
     */
    public record Trial(
            LocalDate month,
            List<County> counties,
            @Nullable RunFigures figures,
            @Nullable Cause refused) {
        public Trial {
            counties = List.copyOf(counties);
        }

        /** What all counties come to. */
        public long fen() {
            return counties.stream().mapToLong(County::fen).sum();
        }

        /** How many people are reached in all. */
        public long persons() {
            return counties.stream()
                    .filter(County::starts)
                    .mapToLong(c -> c.covered().persons())
                    .sum();
        }
    }

    /** Tries a month in one's county, or in each county of the city. */
    public Trial of(LocalDate month) {
        Officer officer = Scope.officer();
        String code = officer.area().code();
        List<Divisions.Division> places = code.length() < COUNTY
                ? divisions.below(code)
                : List.of(new Divisions.Division(code, divisions.name(code).orElse(code)));
        // the city sees no people; here only their number leaves the county
        List<County> counties = places.stream()
                .map(place -> Scope.as(
                        Officer.system(new Area(place.code())),
                        () -> Objects.requireNonNull(undone.execute(status -> county(place, month)))))
                .toList();
        if (officer.role() != Role.COUNTY_OFFICER) {
            return new Trial(month, counties, null, null);
        }
        try {
            RunFigures figures = undone.execute(status -> {
                status.setRollbackOnly();
                Run run = subsidies.draft(month, UUID.randomUUID().toString());
                return runs.figures(run.id());
            });
            return new Trial(month, counties, figures, null);
        } catch (RunRefused e) {
            return new Trial(month, counties, null, e.why());
        }
    }

    private County county(Divisions.Division place, LocalDate month) {
        PriceIndex index = indexes.counting(place.code(), month).orElse(null);
        PriceLinkage linkage = linkage(place.code(), month);
        long person = index == null || linkage == null ? 0 : linkage.perPerson(index.cpi(), index.food());
        return new County(
                place,
                index,
                linkage,
                person,
                store.covered(place.code(), month),
                store.run(place.code(), month).orElse(null));
    }

    private @Nullable PriceLinkage linkage(String place, LocalDate month) {
        try {
            return formula.at(place, month);
        } catch (MissingParameterException e) {
            return null;
        }
    }
}
