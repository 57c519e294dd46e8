package org.doudi.server.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.ListImports.RowState;
import org.doudi.server.registry.ListKind;
import org.doudi.server.registry.NewPerson;
import org.doudi.server.registry.OtherTownship;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists that come again every month with the same rows in doubt. */
class PrecedentsTest extends PairOffice {
    private static final OtherTownship TOWNSHIP = new OtherTownship("210921117", "38");

    @Autowired
    private Corrections corrections;

    @Override
    OtherTownship township() {
        return TOWNSHIP;
    }

    /** The pairs of the list of a month, on which a household's head has another name. */
    private List<PairView> month(int household, int yuan) {
        String[] p = people(household).get(0);
        return of(run(ListKind.DIBAO, "姓名,身份证号,户月保障金额\n另某" + household + "," + p[4] + "," + yuan + "\n"));
    }

    private PairView now(PairView pair) {
        return county(() -> pairs.get(pair.id()));
    }

    private boolean waits(PairView pair) {
        return county(() -> pairs.list(
                        new PairQuery(
                                PairKind.LIST,
                                PairQuery.Tab.WAITING,
                                TOWNSHIP.code().substring(0, 9)),
                        0))
                .stream()
                .anyMatch(p -> p.id() == pair.id());
    }

    @Test
    @DisplayName(
            "2.4-1 what people said of a row holds next month for the row that says the same, and can be taken back there")
    void confirmed() {
        PairView first = month(31, 321).get(0);
        decide(1, first, Decision.SAME);
        PairView second = month(31, 322).get(0);
        assertThat(second.state()).isEqualTo(PairState.CONFIRMED);
        assertThat(second.like()).isEqualTo(first.id());
        assertThat(second.decidedName()).isEqualTo("白雪梅");
        assertThat(dibao(31))
                .singleElement()
                .satisfies(e -> assertThat(e.monthlyFen()).isEqualTo(322_00));
        as(Role.COUNTY_OFFICER, 2, () -> {
            pairs.undo(second.id(), second.version(), Basis.RECORDS, "看了户口簿，是两个人");
            return second;
        });
        assertThat(dibao(31))
                .singleElement()
                .satisfies(e -> assertThat(e.monthlyFen()).isEqualTo(321_00));
        assertThat(month(31, 323).get(0).state())
                .as("what is in doubt again is no precedent")
                .isEqualTo(PairState.OPEN);
    }

    @Test
    @DisplayName("2.4-1 a row that people said means nobody here means nobody next month, until it says something else")
    void refused() {
        decide(1, month(32, 321).get(0), Decision.DIFFERENT);
        PairView second = month(32, 322).get(0);
        assertThat(second.state()).isEqualTo(PairState.REFUSED);
        long list = Objects.requireNonNull(second.source()).listImport();
        assertThat(county(() -> imports.get(list)).count(RowState.NOBODY)).isOne();
        assertThat(dibao(32)).isEmpty();
        String[] p = people(32).get(0);
        PairView changed = of(run(ListKind.DIBAO, "姓名,身份证号,户月保障金额\n别某32," + p[4] + ",321\n"))
                .get(0);
        assertThat(changed.state()).isEqualTo(PairState.OPEN);
        assertThat(changed.like()).isNull();
    }

    @Test
    @DisplayName(
            "2.4-1 a row that comes again before anybody decided waits once, and one decision holds for every month")
    void waiting() {
        PairView first = month(33, 321).get(0);
        PairView second = month(33, 322).get(0);
        PairView third = month(33, 323).get(0);
        assertThat(List.of(waits(first), waits(second), waits(third))).containsExactly(true, false, false);
        assertThat(third.like()).isEqualTo(first.id());
        decide(1, second, Decision.SAME);
        assertThat(List.of(now(first).state(), now(second).state(), now(third).state()))
                .containsOnly(PairState.CONFIRMED);
    }

    @Test
    @DisplayName(
            "2.4-1 a wrong number is told to the list's department once, however often the list comes, until it says what it did")
    void wrongNumber() {
        String[] p = people(34).get(0);
        String wrong = NewPerson.checked("430111" + p[4].substring(6, 17));
        String row = "姓名,身份证号,行政村代码,户月保障金额\n" + p[3] + "," + wrong + "," + p[8];
        PairView first = of(run(ListKind.DIBAO, row + ",321\n")).get(0);
        decide(1, first, Decision.WRONG_NUMBER);
        PairView second = of(run(ListKind.DIBAO, row + ",322\n")).get(0);
        assertThat(second.state()).isEqualTo(PairState.WRONG_NUMBER);
        List<Correction> asked = asked(wrong);
        assertThat(asked).singleElement().satisfies(c -> assertThat(c.state()).isEqualTo(Correction.State.OPEN));
        answer(asked.get(0), Correction.State.DECLINED);
        run(ListKind.DIBAO, row + ",323\n");
        assertThat(asked(wrong))
                .singleElement()
                .satisfies(c -> assertThat(c.state()).isEqualTo(Correction.State.DECLINED));
    }

    private void answer(Correction correction, Correction.State state) {
        county(() -> {
            corrections.answer(correction.id(), state);
            return correction;
        });
    }

    private List<Correction> asked(String wrong) {
        return county(() -> corrections.list(0)).stream()
                .filter(c -> c.listed().equals(wrong))
                .toList();
    }
}
