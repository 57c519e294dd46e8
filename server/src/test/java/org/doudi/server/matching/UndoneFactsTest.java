package org.doudi.server.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.doudi.linkage.score.Tier;
import org.doudi.policy.Gap;
import org.doudi.policy.Household;
import org.doudi.server.identity.Role;
import org.doudi.server.matching.NewPair.Entry;
import org.doudi.server.matching.NewPair.Found;
import org.doudi.server.matching.PairRefused.Cause;
import org.doudi.server.matching.PairView.Source;
import org.doudi.server.matching.store.PairStore;
import org.doudi.server.registry.ListImports.RowState;
import org.doudi.server.registry.ListKind;
import org.doudi.server.registry.OtherTownship;
import org.doudi.server.shell.Today;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What follows from a decision on a row of a list, and is no more when it is taken back: facts, rolls, gaps. */
class UndoneFactsTest extends PairOffice {
    private static final OtherTownship TOWNSHIP = new OtherTownship("210921120", "57");

    @Autowired
    private Recalculation recalculation;

    @Autowired
    private Gaps gaps;

    @Autowired
    private PairStore store;

    @Autowired
    private Today today;

    @Override
    OtherTownship township() {
        return TOWNSHIP;
    }

    private PairView now(PairView pair) {
        return county(() -> pairs.get(pair.id()));
    }

    private void takeBack(int clerk, PairView pair) {
        int version = now(pair).version();
        as(Role.COUNTY_OFFICER, clerk, () -> {
            pairs.undo(pair.id(), version, Basis.PAPERS, "看了户口簿，是两个人");
            return pair;
        });
    }

    private List<Gap.Kind> standing(int household) {
        while (recalculation.pass().households() > 0) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
        long id = TOWNSHIP.id(households, household);
        return county(() -> gaps.of(id)).stream().map(GapView::kind).sorted().toList();
    }

    private Household record(int household) {
        long id = TOWNSHIP.id(households, household);
        return county(() -> households.record(id, today.date(), today.now()));
    }

    private Source source(PairView pair) {
        return Objects.requireNonNull(pair.source());
    }

    @Test
    @DisplayName(
            "1.2-2 2.4-1 the gaps of a household follow a decision and follow it back; the roll is what it was, and what is known now tells both")
    void gapsFollow() {
        List<Gap.Kind> before = standing(21);
        PairView pair = doubtful(21);
        assertThat(standing(21)).as("a row in doubt changes nothing").isEqualTo(before);
        decide(1, pair, Decision.SAME);
        List<Gap.Kind> decided = standing(21);
        assertThat(decided).isNotEqualTo(before);
        takeBack(2, pair);
        assertThat(standing(21)).isEqualTo(before);
        assertThat(dibao(21)).isEmpty();
        decide(2, now(pair), Decision.SAME);
        assertThat(standing(21)).as("and again").isEqualTo(decided);
    }

    @Test
    @DisplayName("2.4-1 income that a decision wrote goes when it is taken back, and what stood before stands again")
    void facts() {
        String[] p = people(22).get(0);
        Household before = record(22);
        List<Gap.Kind> gapsBefore = standing(22);
        long id = run(ListKind.INCOME, "姓名,身份证号,收入项目,年收入\n另某廿二," + p[4] + ",工资性收入,96000\n");
        PairView pair = of(id).get(0);
        decide(1, pair, Decision.SAME);
        assertThat(record(22).income()).isNotEqualTo(before.income());
        takeBack(2, pair);
        assertThat(record(22)).isEqualTo(before);
        assertThat(standing(22)).isEqualTo(gapsBefore);
        assertThat(county(() -> imports.get(id)).count(RowState.HELD)).isEqualTo(1);
    }

    @Test
    @DisplayName(
            "2.4-1 what a decision wrote is taken back by another person than the one who decided it; what it did not write, by anybody")
    void twoPeople() {
        PairView pair = doubtful(23);
        decide(1, pair, Decision.SAME);
        refused(Cause.OWN_DECISION, () -> takeBack(1, pair));
        assertThat(dibao(23)).hasSize(1);
        takeBack(2, pair);
        decide(1, now(pair), Decision.DIFFERENT);
        takeBack(1, pair);
        assertThat(now(pair).state()).isEqualTo(PairState.OPEN);
    }

    @Test
    @DisplayName(
            "2.4-1 a refusal is not taken back while its row was decided otherwise, and nothing after people left the roll by the list")
    void refusals() {
        PairView pair = doubtful(24);
        Source source = source(pair);
        String[] other = people(25).get(0);
        long otherPerson = county(() -> households.get(TOWNSHIP.id(households, 25)).members().stream()
                .filter(m -> m.name().equals(other[3]))
                .findFirst()
                .orElseThrow()
                .person());
        NewPair like = new NewPair(
                new NewPair.Row(county(() -> imports.get(source.listImport())), source.row(), source.line()),
                new Entry(otherPerson, TOWNSHIP.village()),
                null,
                new Found(1, 0.5, Tier.PROBABLE, List.of()),
                PairState.OPEN,
                null);
        long second = county(() -> Objects.requireNonNull(transaction.execute(t -> {
            identities.hold(source.row(), List.of(otherPerson));
            return store.add(like, today.now());
        })));
        decide(1, pair, Decision.DIFFERENT);
        assertThat(county(() -> imports.get(source.listImport())).count(RowState.HELD))
                .as("its other pair waits")
                .isEqualTo(1);
        decide(1, county(() -> pairs.get(second)), Decision.SAME);
        refused(Cause.OTHERWISE, () -> takeBack(2, pair));
        assertThat(dibao(25)).hasSize(1);

        county(() -> imports.leave(source.listImport()));
        refused(Cause.LIST_LEFT, () -> takeBack(2, county(() -> pairs.get(second))));
        assertThat(dibao(25)).as("nothing of it is done").hasSize(1);
    }
}
