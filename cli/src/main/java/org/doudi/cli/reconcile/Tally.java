package org.doudi.cli.reconcile;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.doudi.policy.Assessment;
import org.doudi.policy.DibaoOutcome;
import org.doudi.policy.Gap;
import org.doudi.policy.Household;
import org.doudi.policy.Member.Trait;
import org.doudi.policy.RegisterState;

/** Counts of what the assessment of many households came to; tallies of parts add up to that of the whole. */
public final class Tally implements Serializable {
    long households;
    long persons;
    long notComputed;
    long onDibao;
    long dibaoPersons;
    long poor;
    long lifted;
    long tekun;
    long gradualExit;
    long dibaoMonthlyFen;
    private final Map<String, Long> townships = new TreeMap<>();
    private final Map<Gap.Kind, Map<String, Long>> gaps = new EnumMap<>(Gap.Kind.class);
    private final Map<Gap.Kind, Long> pending = new EnumMap<>(Gap.Kind.class);
    private final Map<Gap.Kind, Long> fen = new EnumMap<>(Gap.Kind.class);

    void add(GapFinder.Found found) {
        Assessment assessment = found.assessment();
        Household household = assessment.household();
        households++;
        townships.merge(RowCheck.township(household.village()), 1L, Long::sum);
        persons += household.size();
        var dibao = household.rolls().dibao();
        if (dibao != null) {
            onDibao++;
            dibaoPersons += household.size();
            dibaoMonthlyFen += dibao.monthlyFen();
        }
        var register = household.rolls().register();
        if (register != null) {
            poor += register.state() == RegisterState.POOR ? 1 : 0;
            lifted += register.state() == RegisterState.LIFTED ? 1 : 0;
        }
        gradualExit += assessment.dibao() == DibaoOutcome.GRADUAL_EXIT ? 1 : 0;
        for (int m = 0; m < household.size(); m++) {
            tekun += household.member(m).is(Trait.ON_TEKUN_ROLL) ? 1 : 0;
        }
        for (GapRow gap : found.certain()) {
            Gap.Kind kind = gap.gap().kind();
            ofKind(kind).merge(RowCheck.township(gap.village()), 1L, Long::sum);
            fen.merge(kind, Math.max(0, gap.monthlyFen()), Long::sum);
        }
        found.pending().forEach(gap -> pending.merge(gap.gap().kind(), 1L, Long::sum));
    }

    private Map<String, Long> ofKind(Gap.Kind kind) {
        return gaps.computeIfAbsent(kind, k -> new TreeMap<>());
    }

    /** Adds what other households came to. */
    public void addAll(Tally other) {
        households += other.households;
        other.townships.forEach((township, count) -> townships.merge(township, count, Long::sum));
        persons += other.persons;
        notComputed += other.notComputed;
        onDibao += other.onDibao;
        dibaoPersons += other.dibaoPersons;
        poor += other.poor;
        lifted += other.lifted;
        tekun += other.tekun;
        gradualExit += other.gradualExit;
        dibaoMonthlyFen += other.dibaoMonthlyFen;
        other.gaps.forEach((kind, places) ->
                places.forEach((township, count) -> ofKind(kind).merge(township, count, Long::sum)));
        other.pending.forEach((kind, count) -> pending.merge(kind, count, Long::sum));
        other.fen.forEach((kind, sum) -> fen.merge(kind, sum, Long::sum));
    }

    /** Households by the code of their township, in the order of the codes. */
    Map<String, Long> townships() {
        return townships;
    }

    /** Certain gaps of a kind, by the code of their township. */
    Map<String, Long> gapsByTownship(Gap.Kind kind) {
        return gaps.getOrDefault(kind, Map.of());
    }

    long gaps(Gap.Kind kind) {
        return sum(gapsByTownship(kind));
    }

    long gaps() {
        return gaps.values().stream().mapToLong(Tally::sum).sum();
    }

    long pending(Gap.Kind kind) {
        return pending.getOrDefault(kind, 0L);
    }

    long pending() {
        return sum(pending);
    }

    private static long sum(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Money a month that gaps of a kind move. */
    long monthlyFen(Gap.Kind kind) {
        return fen.getOrDefault(kind, 0L);
    }
}
