package org.doudi.server.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.doudi.server.identity.Role;
import org.doudi.server.matching.PairRefused.Cause;
import org.doudi.server.registry.ListImports.RowState;
import org.doudi.server.registry.ListKind;
import org.doudi.server.registry.NewPerson;
import org.doudi.server.registry.OtherTownship;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Decisions on rows of lists that are taken back. */
class PairsTakenBackTest extends PairOffice {
    private static final OtherTownship TOWNSHIP = new OtherTownship("210921114", "47");

    @Autowired
    private Corrections corrections;

    @Override
    OtherTownship township() {
        return TOWNSHIP;
    }

    private void takeBack(int clerk, PairView pair, String words) {
        as(Role.COUNTY_OFFICER, clerk, () -> {
            pairs.undo(pair.id(), county(() -> pairs.get(pair.id())).version(), Basis.RECORDS, words);
            return pair;
        });
    }

    @Test
    @DisplayName(
            "2.4-1 a decision is taken back with a reason: the roll is what it was, the row waits and can be decided again")
    void takenBack() {
        onDibao(37);
        PairView pair = doubtful(37);
        var source = Objects.requireNonNull(pair.source());
        decide(1, pair, Decision.SAME);
        assertThat(dibao(37))
                .singleElement()
                .satisfies(e -> assertThat(e.monthlyFen()).isEqualTo(321_00));
        refused(Cause.WORDS, () -> takeBack(2, pair, "短"));
        refused(
                Cause.OVERTAKEN,
                () -> county(() -> {
                    pairs.undo(pair.id(), pair.version(), Basis.RECORDS, "看了户口簿");
                    return pair;
                }));
        refused(
                Cause.NO_PAIR,
                () -> as(Role.POVERTY_OFFICER, 1, () -> {
                    pairs.undo(pair.id(), 1, Basis.RECORDS, "看了户口簿");
                    return pair;
                }));
        takeBack(2, pair, "看了户口簿，是两个人");
        assertThat(dibao(37))
                .singleElement()
                .satisfies(e -> assertThat(e.monthlyFen()).isEqualTo(100_00));
        assertThat(county(() -> imports.get(source.listImport())).count(RowState.HELD))
                .isEqualTo(1);
        PairView open = county(() -> pairs.get(pair.id()));
        assertThat(open.state()).isEqualTo(PairState.OPEN);
        assertThat(county(() -> pairs.steps(pair.id()))).last().satisfies(s -> {
            assertThat(s.officer()).isEqualTo("王海燕");
            assertThat(s.words()).isEqualTo("看了户口簿，是两个人");
        });
        refused(Cause.NOT_NOW, () -> takeBack(2, pair, "看了户口簿"));
        decide(1, open, Decision.DIFFERENT);
        assertThat(county(() -> imports.get(source.listImport())).count(RowState.NOBODY))
                .isEqualTo(1);
        takeBack(1, pair, "又来了一份证明");
        assertThat(county(() -> imports.get(source.listImport())).count(RowState.HELD))
                .isEqualTo(1);
        decide(1, county(() -> pairs.get(pair.id())), Decision.SAME);
        assertThat(dibao(37))
                .singleElement()
                .satisfies(e -> assertThat(e.monthlyFen()).isEqualTo(321_00));
        onDibao(37);
        refused(Cause.CHANGED, () -> takeBack(2, pair, "名册后来又改过"));
        assertThat(county(() -> pairs.get(pair.id())).state()).isEqualTo(PairState.CONFIRMED);
    }

    @Test
    @DisplayName(
            "2.4-1 with a decision that is taken back goes what the list's department was asked to mend, until it is asked again")
    void withdrawn() {
        String[] p = people(38).get(0);
        long id = run(
                ListKind.DIBAO,
                "姓名,身份证号,行政村代码,户月保障金额\n" + p[3] + "," + NewPerson.checked("430111" + p[4].substring(6, 17)) + "," + p[8]
                        + ",321\n");
        PairView pair = of(id).get(0);
        decide(1, pair, Decision.WRONG_NUMBER);
        assertThat(asked(pair)).isEqualTo(Correction.State.OPEN);
        takeBack(2, pair, "号码是另一个人的");
        assertThat(asked(pair)).isEqualTo(Correction.State.WITHDRAWN);
        assertThat(dibao(38)).isEmpty();
        decide(1, county(() -> pairs.get(pair.id())), Decision.WRONG_NUMBER);
        assertThat(asked(pair)).isEqualTo(Correction.State.OPEN);
    }

    private Correction.State asked(PairView pair) {
        return county(() -> corrections.list(0)).stream()
                .filter(c -> c.pair() == pair.id())
                .findFirst()
                .orElseThrow()
                .state();
    }
}
