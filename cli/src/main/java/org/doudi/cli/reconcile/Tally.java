package org.doudi.cli.reconcile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.doudi.policy.Assessment;
import org.doudi.policy.DibaoOutcome;
import org.doudi.policy.Gap;
import org.doudi.policy.Household;
import org.doudi.policy.Member.Trait;
import org.doudi.policy.RegisterState;

/** What the assessment of many households came to; tallies of parts add up to that of the whole. */
final class Tally {
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
    final List<GapRow> gaps = new ArrayList<>();
    final List<GapRow> pending = new ArrayList<>();
    final List<InputProblem> problems = new ArrayList<>();
    final Quality quality = new Quality();
    private final Map<String, Long> townships = new TreeMap<>();
    private final Map<Gap.Kind, Long> kinds = new EnumMap<>(Gap.Kind.class);
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
        found.certain().forEach(this::addGap);
        pending.addAll(found.pending());
    }

    private void addGap(GapRow gap) {
        gaps.add(gap);
        kinds.merge(gap.gap().kind(), 1L, Long::sum);
        fen.merge(gap.gap().kind(), Math.max(0, gap.monthlyFen()), Long::sum);
    }

    void addAll(Tally other) {
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
        other.gaps.forEach(this::addGap);
        pending.addAll(other.pending);
        problems.addAll(other.problems);
        quality.addAll(other.quality);
    }

    /** Households by the code of their township, in the order of the codes. */
    Map<String, Long> townships() {
        return townships;
    }

    long gaps(Gap.Kind kind) {
        return kinds.getOrDefault(kind, 0L);
    }

    long pending(Gap.Kind kind) {
        return pending.stream().filter(row -> row.gap().kind() == kind).count();
    }

    /** Money a month that gaps of a kind move. */
    long monthlyFen(Gap.Kind kind) {
        return fen.getOrDefault(kind, 0L);
    }
}
