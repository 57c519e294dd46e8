package org.doudi.server.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.doudi.server.casework.path.Standing;
import org.doudi.server.casework.path.Step;
import org.doudi.server.identity.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A case from the door to the letter through every role, on the real database. */
class CaseWalkTest extends CaseOffice {
    @Test
    @DisplayName(
            "2.1-1 2.2-6 2.4-3 2.4-11 one case goes from the door to the letter, and the decision keeps its receipt")
    void wholeWalk() {
        String number = atTownshipReview();
        work(Role.TOWNSHIP_REVIEWER, number, agreed(number, Role.TOWNSHIP_REVIEWER), Map.of());
        Map<String, Picture> proof = Map.of("proof", new Picture("image/png", PHOTO));
        CaseFile posted = work(Role.TOWNSHIP_CLERK, number, Map.of("place", "村务公开栏"), proof);
        assertThat(posted.state().step()).isEqualTo(Step.VILLAGE_NOTICE);
        assertThatThrownBy(() -> work(Role.TOWNSHIP_CLERK, number, Map.of("takenDown", "yes"), Map.of()))
                .isInstanceOfSatisfying(
                        CaseFailure.Incomplete.class,
                        e -> assertThat(e.problems())
                                .singleElement()
                                .satisfies(p -> assertThat(p.code()).isEqualTo("notice-runs")));
        today.forward(7);
        work(Role.TOWNSHIP_CLERK, number, Map.of("takenDown", "yes"), Map.of());
        work(Role.TOWNSHIP_REVIEWER, number, Map.of("complete", "yes"), Map.of());
        work(
                Role.COUNTY_OFFICER,
                number,
                Map.of("visit", "VISITED", "visitedOn", today.date().toString(), "visitFinding", "属实", "opinion", "同意"),
                Map.of());
        work(Role.COUNTY_OFFICER, number, Map.of("place", "政务网"), proof);
        today.forward(7);
        work(Role.COUNTY_OFFICER, number, Map.of("takenDown", "yes"), Map.of());
        work(Role.COUNTY_APPROVER, number, agreed(number, Role.COUNTY_APPROVER), Map.of());
        byte[] letter = as(Role.COUNTY_OFFICER, () -> views.letter(number));
        assertThat(new String(letter, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        CaseFile over = work(
                Role.COUNTY_OFFICER,
                number,
                Map.of("deliveredOn", today.date().toString(), "delivery", "BY_HAND", "receivedBy", "本人"),
                Map.of());
        assertThat(over.state().standing()).isEqualTo(Standing.CLOSED);
        CaseView view = as(Role.COUNTY_OFFICER, () -> views.of(number));
        assertThat(view.benefits())
                .isNotEmpty()
                .allSatisfy(l -> assertThat(l.decided()).isNotNull());
        String facts = as(
                Role.COUNTY_OFFICER,
                () -> transaction.execute(t -> jdbc.sql(
                                "select facts::text from casework.receipt r join casework.case_file c on c.id = r.case_id"
                                        + " where c.number = ?")
                        .param(number)
                        .query(String.class)
                        .single()));
        assertThat(facts).contains("\"consent\": true").contains("\"members\"");
    }

    @Test
    @DisplayName("3.4-4 all that is missing at the door is told at once")
    void missingPapers() {
        String number = open();
        assertThatThrownBy(() -> work(Role.TOWNSHIP_CLERK, number, Map.of(), Map.of()))
                .isInstanceOfSatisfying(
                        CaseFailure.Incomplete.class,
                        e -> assertThat(e.problems()).hasSizeGreaterThanOrEqualTo(5));
    }

    @Test
    @DisplayName("2.4-3 a failed look-up is not taken for none: it needs a written substitute")
    void failedLookUp() {
        String number = open();
        work(Role.TOWNSHIP_CLERK, number, accepted(number), Map.of());
        Map<String, String> values = checked();
        values.put("source.BANK", "FAILED");
        assertThatThrownBy(() -> work(Role.COUNTY_OFFICER, number, values, Map.of()))
                .isInstanceOfSatisfying(
                        CaseFailure.Incomplete.class,
                        e -> assertThat(e.problems())
                                .singleElement()
                                .satisfies(p -> assertThat(p.field()).isEqualTo("substitute")));
        values.put("substitute", "县联社书面说明");
        assertThat(work(Role.COUNTY_OFFICER, number, values, Map.of()).state().step())
                .isEqualTo(Step.HOME_SURVEY);
    }

    @Test
    @DisplayName("2.2-6 a review meeting without quorum, or whose votes do not add up, does not count")
    void meetingCounts() {
        String number = open();
        work(Role.TOWNSHIP_CLERK, number, accepted(number), Map.of());
        work(Role.COUNTY_OFFICER, number, checked(), Map.of());
        work(Role.TOWNSHIP_CLERK, number, surveyed(), Map.of("photo", new Picture("image/png", PHOTO)));
        assertThatThrownBy(() ->
                        work(Role.TOWNSHIP_CLERK, number, meeting(today.date().toString(), 13, 10, 2), Map.of()))
                .isInstanceOfSatisfying(
                        CaseFailure.Incomplete.class,
                        e -> assertThat(e.problems())
                                .anySatisfy(p -> assertThat(p.code()).isEqualTo("quorum")));
        assertThatThrownBy(() ->
                        work(Role.TOWNSHIP_CLERK, number, meeting(today.date().toString(), 18, 18, 2), Map.of()))
                .isInstanceOfSatisfying(
                        CaseFailure.Incomplete.class,
                        e -> assertThat(e.problems())
                                .anySatisfy(p -> assertThat(p.code()).isEqualTo("votes")));
    }

    @Test
    @DisplayName("2.2-1 overruling needs a reason, and machine and officer are kept apart")
    void overruled() {
        String number = atTownshipReview();
        Map<String, String> values = agreed(number, Role.TOWNSHIP_REVIEWER);
        BenefitLine dibao =
                as(Role.TOWNSHIP_REVIEWER, () -> views.of(number)).benefits().get(0);
        Outcome other = dibao.machine() == Outcome.REFUSED ? Outcome.GRANTED : Outcome.REFUSED;
        values.put("verdict.DIBAO", other.name());
        values.remove("reason.DIBAO");
        values.put("amount.DIBAO", "300");
        assertThatThrownBy(() -> work(Role.TOWNSHIP_REVIEWER, number, values, Map.of()))
                .isInstanceOf(CaseFailure.Incomplete.class);
        values.put("reason.DIBAO", "入户看到的不一样");
        work(Role.TOWNSHIP_REVIEWER, number, values, Map.of());
        BenefitLine after =
                as(Role.TOWNSHIP_REVIEWER, () -> views.of(number)).benefits().get(0);
        assertThat(after.machine()).isEqualTo(dibao.machine());
        assertThat(after.township()).isNotNull();
        assertThat(after.fen()).isEqualTo(other == Outcome.GRANTED ? 30000 : 0);
        assertThat(after.standing()).isEqualTo(other);
    }

    @Test
    @DisplayName("the county visits exactly three of every ten")
    void spotcheck() {
        for (int block = 0; block < 20; block++) {
            int drawn = 0;
            for (int i = 1; i <= 10; i++) {
                drawn += Spotcheck.draws("%s-2017-%04d".formatted("210921100", block * 10 + i)) ? 1 : 0;
            }
            assertThat(drawn).isEqualTo(3);
        }
    }
}
