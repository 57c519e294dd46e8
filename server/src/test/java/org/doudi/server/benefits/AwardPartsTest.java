package org.doudi.server.benefits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.doudi.policy.Assessment;
import org.doudi.policy.DibaoOutcome;
import org.doudi.server.casework.Benefit;
import org.doudi.server.casework.CaseDecided;
import org.doudi.server.casework.Outcome;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.HouseholdView;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** What an award is made of, from the decision through what changes it. */
class AwardPartsTest extends Treasury {
    private static final LocalDate JULY = LocalDate.of(2017, 7, 1);

    @Autowired
    private ApplicationEventPublisher events;

    /** A household that the rules grant dibao with a top-up, and that was not given out before. */
    private long toppedUp() {
        List<Long> free = sql(() -> jdbc.sql(
                        "select id from registry.household h where dissolved_on is null"
                                + " and not exists (select from benefits.award_change c where c.household = h.id) order by id desc")
                .query(Long.class)
                .list());
        return free.stream()
                .filter(id -> {
                    Assessment a = assess(id, today.date());
                    return a.dibao() == DibaoOutcome.ELIGIBLE
                            && a.baseMonthlyFen() > 10_000
                            && a.monthlyFen() > a.baseMonthlyFen();
                })
                .findFirst()
                .orElseThrow();
    }

    private void decide(long household, long fen) {
        as(
                Role.COUNTY_APPROVER,
                () -> transaction.execute(t -> {
                    events.publishEvent(new CaseDecided(
                            "P" + household,
                            household,
                            households.get(household).village(),
                            today.date(),
                            JULY,
                            List.of(new CaseDecided.Line(Benefit.DIBAO, "", null, Outcome.GRANTED, fen))));
                    return household;
                }));
    }

    private Award award(long household) {
        return as(Role.COUNTY_OFFICER, () -> awards.of(household)).get(0);
    }

    private static long sum(Award award) {
        return award.parts().stream().mapToLong(AwardPart::fen).sum();
    }

    @Test
    @DisplayName("2.1-2 an award is made of its base and each member's top-up, each with its clause; a re-rating brings"
            + " the parts in line with it")
    void parts() {
        long household = toppedUp();
        Assessment a = assess(household, today.date());
        decide(household, a.monthlyFen());
        Award award = award(household);
        assertThat(sum(award)).isEqualTo(award.fen()).isEqualTo(a.monthlyFen());
        assertThat(award.parts().get(0))
                .isEqualTo(new AwardPart(AwardPart.Kind.BASE, null, a.baseMonthlyFen(), "2.1-1"));
        HouseholdView view = as(Role.COUNTY_OFFICER, () -> households.get(household));
        for (int i = 0; i < a.household().size(); i++) {
            if (a.topUp(i) != null) {
                AwardPart part = new AwardPart(
                        AwardPart.Kind.valueOf(
                                Objects.requireNonNull(a.topUp(i)).name()),
                        view.member(a.household().memberId(i)).person(),
                        a.topUpFen(i),
                        "2.1-2");
                assertThat(award.parts()).contains(part);
            }
        }

        earns(household, LocalDate.of(2017, 6, 1), 100_000);
        Rerating found = as(Role.COUNTY_OFFICER, () -> reratings.propose(household, JULY, "税务比对"));
        as(Role.COUNTY_APPROVER, () -> reratings.apply(found.id(), found.version()));
        Assessment after = assess(household, JULY);
        Award rerated = award(household);
        assertThat(rerated.fen()).isEqualTo(after.monthlyFen()).isNotEqualTo(a.monthlyFen());
        assertThat(sum(rerated)).isEqualTo(rerated.fen());
        assertThat(rerated.parts().get(0).fen()).isEqualTo(after.baseMonthlyFen());
    }

    @Test
    @DisplayName(
            "2.2-1 what a person sets beside the rules is a part of its own, and nothing is kept whose parts do not add up")
    void decided() {
        long household = toppedUp();
        Assessment a = assess(household, today.date());
        decide(household, a.monthlyFen() - 1_000);
        Award award = award(household);
        assertThat(sum(award)).isEqualTo(award.fen()).isEqualTo(a.monthlyFen() - 1_000);
        assertThat(award.parts()).last().isEqualTo(new AwardPart(AwardPart.Kind.DECIDED, null, -1_000, "2.2-1"));
        assertThatThrownBy(() -> new Amount(1, award.parts())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> sql(() -> jdbc.sql("insert into benefits.award (village, household, payee, benefit, fen,"
                                        + " parts, valid_from, known_from, reason, source) select village, household, payee, benefit,"
                                        + " fen + 1, parts, valid_from, known_from, reason, source from benefits.award"
                                        + " where household = ?")
                                .param(household)
                                .update()))
                .hasMessageContaining("award_is_its_parts");
    }
}
