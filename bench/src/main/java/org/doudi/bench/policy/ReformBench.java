package org.doudi.bench.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.doudi.bench.run.Report;
import org.doudi.policy.Household;
import org.doudi.policy.parameters.ParameterPack;
import org.doudi.policy.simulation.Reform;
import org.doudi.policy.simulation.Simulation;
import org.doudi.policy.simulation.Tally;

/** A higher dibao standard tried on a million households by one thread: who enters, and what it costs. */
final class ReformBench {
    private static final int HOUSEHOLDS = 1_000_000;
    private static final LocalDate DAY = LocalDate.of(2018, 9, 1);
    private static final long NEW_STANDARD = 4_800_00;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 7;
    private static final long NEEDED_MEMORY = 2_500L << 20;

    private ReformBench() {}

    static void run(Report report, ParameterPack pack, long seed) {
        String measure = "policy: reform over 1m households";
        if (Runtime.getRuntime().maxMemory() < NEEDED_MEMORY) {
            report.missing(measure, "the heap is too small for a million households; set DOUDI_JAVA_OPTS=-Xmx3g");
            return;
        }
        Household[] households = RandomHouseholds.many(HOUSEHOLDS, seed, DAY);
        Reform reform = Reform.parse(List.of("dibao.standard=4800@2109"), DAY.minusMonths(1), null, pack);
        List<Double> seconds = new ArrayList<>();
        Tally total = new Simulation(pack, reform).total();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            Simulation simulation = new Simulation(pack, reform);
            long start = System.nanoTime();
            for (Household household : households) {
                simulation.add(household);
            }
            if (round >= WARM_UP) {
                seconds.add((System.nanoTime() - start) / 1e9);
            }
            total = simulation.total();
        }
        report.upTo(measure, report.add("policy.reform", "s", seconds), 0.5);
        compare(report, households, total);
    }

    /** The reform's two figures once more, from the rules written straight down. */
    private static void compare(Report report, Household[] households, Tally total) {
        long entering = 0;
        long dibaoMore = 0;
        for (Household household : households) {
            PlainParameters now = new PlainParameters(household.village(), DAY);
            PlainHousehold flat = new PlainHousehold(household);
            PlainResult before = PlainRules.assess(flat, now);
            PlainResult after = PlainRules.assess(flat, new PlainParameters(household.village(), DAY, NEW_STANDARD));
            entering += before.dibao != 0 && after.dibao == 0 ? 1 : 0;
            dibaoMore += after.monthly - before.monthly;
        }
        long cost = total.dibaoYearlyAfterFen() - total.dibaoYearlyBeforeFen();
        report.holds(
                "policy: households that enter, cost a year",
                total.enterDibao() + ", " + cost / 100 + " yuan",
                "re-computed " + entering + ", " + dibaoMore * 12 / 100 + " yuan",
                "the same",
                total.enterDibao() == entering && cost == dibaoMore * 12);
    }
}
