package org.doudi.server.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.doudi.policy.RegisterState;
import org.doudi.server.casework.path.Move;
import org.doudi.server.casework.path.Step;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What follows a decision on the rolls, on the real database. */
@RecordApplicationEvents
class AftermathTest extends CaseOffice {
    @Autowired
    private ApplicationEvents events;

    private List<RollEntry> on(long household, LocalDate day) {
        return as(Role.COUNTY_OFFICER, () -> rolls.of(household, day));
    }

    private Optional<RollEntry> dibao(long household, LocalDate day) {
        return on(household, day).stream().filter(e -> e.roll() == Roll.DIBAO).findFirst();
    }

    private static void overrule(Map<String, String> values, Outcome outcome, String yuan) {
        values.put("verdict.DIBAO", outcome.name());
        values.put("reason.DIBAO", "入户看到的不一样");
        values.put("amount.DIBAO", yuan);
    }

    private long household(String number) {
        return as(Role.COUNTY_OFFICER, () -> cases.get(number)).household();
    }

    /** A case whose township would give dibao of that amount, or would refuse it. */
    private String atDecision(Outcome outcome, String yuan) {
        String number = atTownshipReview();
        Map<String, String> review = agreed(number, Role.TOWNSHIP_REVIEWER);
        overrule(review, outcome, yuan);
        toDecision(number, review);
        return number;
    }

    private Map<String, String> agree(String number) {
        return new HashMap<>(agreed(number, Role.COUNTY_APPROVER));
    }

    @Test
    @DisplayName(
            "2.1-1 who is granted dibao is on the roll from the first of the month after the decision, in its transaction")
    void enters() {
        String number = atDecision(Outcome.GRANTED, "312.50");
        long household = household(number);
        LocalDate day = today.date();
        Optional<RollEntry> before = dibao(household, day);
        work(Role.COUNTY_APPROVER, number, agree(number), Map.of());
        LocalDate first = day.plusMonths(1).withDayOfMonth(1);
        assertThat(dibao(household, first.minusDays(1))).isEqualTo(before);
        assertThat(dibao(household, first).orElseThrow().monthlyFen()).isEqualTo(31250);
        CaseDecided told = events.stream(CaseDecided.class)
                .filter(e -> e.number().equals(number))
                .findFirst()
                .orElseThrow();
        assertThat(told.from()).isEqualTo(first);
        assertThat(told.lines())
                .anySatisfy(l ->
                        assertThat(l).isEqualTo(new CaseDecided.Line(Benefit.DIBAO, "", null, Outcome.GRANTED, 31250)));
    }

    @Test
    @DisplayName("1.2-3 who is refused leaves the roll; opened again the roll is as before, and nothing is deleted")
    void leavesAndComesBack() {
        String number = atDecision(Outcome.GRANTED, "300");
        long household = household(number);
        close(number, agree(number));
        today.forward(40);
        LocalDate held = today.date();
        assertThat(dibao(household, held)).isPresent();

        // the next case of the same household refuses
        String next = as(Role.TOWNSHIP_CLERK, () -> cases.open(household));
        work(Role.TOWNSHIP_CLERK, next, accepted(next), Map.of());
        work(Role.COUNTY_OFFICER, next, checked(), Map.of());
        work(Role.TOWNSHIP_CLERK, next, surveyed(), Map.of("photo", new Picture("image/png", PHOTO)));
        work(Role.TOWNSHIP_CLERK, next, meeting(held.toString(), 18, 15, 2), Map.of());
        Map<String, String> review = agreed(next, Role.TOWNSHIP_REVIEWER);
        overrule(review, Outcome.REFUSED, "");
        toDecision(next, review);
        close(next, agree(next));
        LocalDate first = today.date().plusMonths(1).withDayOfMonth(1);
        assertThat(dibao(household, first)).isEmpty();
        assertThat(dibao(household, first.minusDays(1))).isPresent();

        // the older case is history now, and stays as it is
        assertThatThrownBy(() -> move(Role.COUNTY_OFFICER, number, Move.REOPEN)).isInstanceOf(CaseFailure.NotNow.class);
        int rows = rows(household);
        move(Role.COUNTY_OFFICER, next, Move.REOPEN);
        assertThat(dibao(household, first).orElseThrow().monthlyFen()).isEqualTo(30000);
        assertThat(rows(household)).isGreaterThanOrEqualTo(rows);
        assertThat(events.stream(DecisionWithdrawn.class).filter(e -> e.number().equals(next)))
                .singleElement()
                .satisfies(e -> assertThat(e.from()).isEqualTo(first));
        assertThat(as(Role.COUNTY_OFFICER, () -> views.of(next)).benefits())
                .allSatisfy(l -> assertThat(l.decided()).isNull());
        // withdrawn by the family afterwards and opened once more, there is no decision left to withdraw
        move(Role.TOWNSHIP_CLERK, next, Move.WITHDRAW);
        move(Role.COUNTY_OFFICER, next, Move.REOPEN);
        assertThat(events.stream(DecisionWithdrawn.class).filter(e -> e.number().equals(next)))
                .hasSize(1);
    }

    private int rows(long household) {
        return as(
                Role.COUNTY_OFFICER,
                () -> transaction.execute(t -> jdbc.sql(
                                "select count(*)::int from registry.roll_entry where household = ? and roll = 'DIBAO'")
                        .param(household)
                        .query(Integer.class)
                        .single()));
    }

    @Test
    @DisplayName("2.2-7 who was lifted out stays in the register as lifted, because the gradual exit rests on it")
    void liftedStays() {
        String number = atTownshipReview();
        long household = household(number);
        RollEntry lifted =
                RollEntry.register(new RollEntry.Register(RegisterState.LIFTED, LocalDate.of(2017, 1, 10), true));
        as(Role.COUNTY_OFFICER, () -> {
            rolls.enter(household, lifted, LocalDate.of(2017, 1, 10), "test", "lifted out");
            return number;
        });
        Map<String, String> review = agreed(number, Role.TOWNSHIP_REVIEWER);
        review.put("verdict.REGISTER", "REFUSED");
        review.put("reason.REGISTER", "已脱贫");
        toDecision(number, review);
        close(number, agree(number));
        LocalDate later = today.date().plusMonths(2);
        assertThat(on(household, later)).contains(lifted);
    }

    @Test
    @DisplayName(
            "2.2-6 a case that the county sends back is judged anew by the same reviewer, from the machine's outcome")
    void returned() {
        String number = atDecision(Outcome.GRANTED, "300");
        move(Role.COUNTY_APPROVER, number, Move.RETURN);
        CaseView view = as(Role.TOWNSHIP_REVIEWER, () -> views.of(number));
        assertThat(view.file().state().step()).isEqualTo(Step.TOWNSHIP_REVIEW);
        assertThat(view.benefits()).allSatisfy(l -> assertThat(l.township()).isNull());
        work(Role.TOWNSHIP_REVIEWER, number, agreed(number, Role.TOWNSHIP_REVIEWER), Map.of());
    }

    @Test
    @DisplayName("2.4-3 a deadline is put off once in a case, with a reason, by whom the table names")
    void extended() {
        String number = open();
        work(Role.TOWNSHIP_CLERK, number, accepted(number), Map.of());
        CaseFile before = as(Role.COUNTY_OFFICER, () -> cases.get(number));
        assertThatThrownBy(() -> move(Role.COUNTY_OFFICER, number, Move.EXTEND)).isInstanceOf(CaseFailure.NotNow.class);
        move(Role.COUNTY_APPROVER, number, Move.EXTEND);
        CaseFile after = as(Role.COUNTY_OFFICER, () -> cases.get(number));
        assertThat(after.due()).isAfter(before.due());
        assertThat(after.state()).isEqualTo(before.state());
        assertThat(after.extension()).isEqualTo(new CaseFile.Extension(today.date(), "有理由"));
        assertThatThrownBy(() -> move(Role.COUNTY_APPROVER, number, Move.EXTEND))
                .isInstanceOf(CaseFailure.NotNow.class);
        assertThat(as(Role.COUNTY_OFFICER, () -> views.of(number)).moves()).doesNotContain(Move.EXTEND);
    }

    @Test
    @DisplayName("a decision without the amount that a person grants is told, and changes nothing")
    void amountMissing() {
        String number = atDecision(Outcome.GRANTED, "300");
        Map<String, String> values = agree(number);
        values.put("verdict.TEMPORARY_AID", "GRANTED");
        values.put("reason.TEMPORARY_AID", "房子着火");
        assertThatThrownBy(() -> work(Role.COUNTY_APPROVER, number, values, Map.of()))
                .isInstanceOfSatisfying(
                        CaseFailure.Incomplete.class,
                        e -> assertThat(e.problems())
                                .singleElement()
                                .satisfies(p -> assertThat(p.code()).isEqualTo("verdict-amount")));
        values.put("amount.TEMPORARY_AID", "1500.00");
        String key = UUID.randomUUID().toString();
        as(Role.COUNTY_APPROVER, () -> {
            cases.work(number, cases.get(number).version(), key, values, Map.of());
            return number;
        });
        assertThat(as(Role.COUNTY_OFFICER, () -> views.of(number)).benefits())
                .anySatisfy(l -> assertThat(l.benefit() == Benefit.TEMPORARY_AID && l.fen() == 150000)
                        .isTrue());
    }

    @Test
    @DisplayName(
            "2.1-7 nothing is decided about a member who left since the review: the case goes back, and nothing changed")
    void memberGone() {
        long household = as(
                Role.TOWNSHIP_CLERK,
                () -> transaction.execute(t -> jdbc.sql(
                                "select f.household from registry.fact f where f.kind = 'MEMBER' and f.known_to is null"
                                        + " and jsonb_typeof(f.content -> 'disability') = 'object' and not exists"
                                        + " (select from casework.case_file c where c.household = f.household) limit 1")
                        .query(Long.class)
                        .single()));
        String number = as(Role.TOWNSHIP_CLERK, () -> cases.open(household));
        work(Role.TOWNSHIP_CLERK, number, accepted(number), Map.of());
        work(Role.COUNTY_OFFICER, number, checked(), Map.of());
        work(Role.TOWNSHIP_CLERK, number, surveyed(), Map.of("photo", new Picture("image/png", PHOTO)));
        work(Role.TOWNSHIP_CLERK, number, meeting(today.date().toString(), 18, 15, 2), Map.of());
        toDecision(number, agreed(number, Role.TOWNSHIP_REVIEWER));
        String who = as(Role.COUNTY_OFFICER, () -> views.of(number)).benefits().stream()
                .map(BenefitLine::who)
                .filter(w -> !w.isEmpty())
                .findFirst()
                .orElseThrow();
        Map<String, String> values = agree(number);
        as(
                Role.COUNTY_OFFICER,
                () -> transaction.execute(
                        t -> jdbc.sql("update registry.membership set known_to = ? where household = ? and number = ?")
                                .params(today.now().atOffset(ZoneOffset.UTC), household, who)
                                .update()));
        CaseFile before = as(Role.COUNTY_OFFICER, () -> cases.get(number));
        assertThatThrownBy(() -> work(Role.COUNTY_APPROVER, number, values, Map.of()))
                .isInstanceOfSatisfying(
                        CaseFailure.Incomplete.class,
                        e -> assertThat(e.problems())
                                .allSatisfy(p -> assertThat(p.code()).isEqualTo("member-gone")));
        assertThat(as(Role.COUNTY_OFFICER, () -> cases.get(number))).isEqualTo(before);
        assertThat(as(Role.COUNTY_OFFICER, () -> views.of(number)).benefits())
                .allSatisfy(l -> assertThat(l.decided()).isNull());
    }
}
