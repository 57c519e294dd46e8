package org.doudi.policy.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doudi.policy.Assessment;
import org.doudi.policy.Assessor;
import org.doudi.policy.Household;
import org.doudi.policy.Parameters;
import org.doudi.policy.Trace;
import org.doudi.policy.parameters.ParameterPack;
import org.jspecify.annotations.Nullable;

/**
 * Compares a reform with the baseline over households. Each household is assessed twice on the same day: its own, or the reform's first
 * day when that is later, with its facts as they are. So a difference is due to the reform alone, and households that were last assessed
 * before the reform show what it will do to them. One a thread.
 */
public final class Simulation {
    private static final long VILLAGES_PER_COUNTY = 1_000_000;

    private final ParameterPack baseline;
    private final ParameterPack reformed;
    private final LocalDate from;
    private final Map<Long, Tally> counties = new LinkedHashMap<>();
    private long lastCounty = -1;
    private Tally lastTally = new Tally("");

    /**
     * A simulation.
     *
     * @throws org.doudi.policy.parameters.ParameterPackException when the reform breaks a rule between parameters, such as clause
     *     2.3-1: the dibao standard is never below the poverty line
     */
    public Simulation(ParameterPack baseline, Reform reform) {
        this.baseline = baseline;
        this.reformed = baseline.with(reform.values(), "reform");
        this.from = reform.from();
    }

    /**
     * Takes a household.
     *
     * @return what differs, or null when nothing does
     * @throws org.doudi.policy.MissingParameterException when a needed parameter has no value for its place and day
     * @throws ArithmeticException when its amounts are too large
     */
    public @Nullable Difference add(Household household) {
        Household h = household.assessedOn().isBefore(from) ? household.on(from) : household;
        Parameters now = baseline.at(h);
        Parameters then = reformed.at(h);
        Assessment before = Assessor.assess(h, now, Trace.OFF);
        Assessment after = now.sameValuesAs(then) ? before : Assessor.assess(h, then, Trace.OFF);
        Tally county = county(h.villageCode() / VILLAGES_PER_COUNTY);
        if (!county.add(before, after)) {
            return null;
        }
        county.addChanged();
        return new Difference(before, after);
    }

    private Tally county(long code) {
        if (code != lastCounty) {
            lastCounty = code;
            lastTally = counties.computeIfAbsent(code, c -> new Tally(String.format("%06d", c)));
        }
        return lastTally;
    }

    /** Takes the sums of a county over households that were simulated elsewhere. */
    public void add(Tally county) {
        counties.computeIfAbsent(Long.parseLong(county.place()), code -> new Tally(county.place()))
                .add(county);
    }

    /** The sums over all households so far. */
    public Tally total() {
        Tally total = new Tally("");
        counties.values().forEach(total::add);
        return total;
    }

    /** The sums by county, sorted by code. */
    public List<Tally> counties() {
        List<Tally> sorted = new ArrayList<>(counties.values());
        sorted.sort(Comparator.comparing(Tally::place));
        return sorted;
    }
}
