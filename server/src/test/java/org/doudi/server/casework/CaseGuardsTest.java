package org.doudi.server.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.doudi.server.casework.Objection.Contested;
import org.doudi.server.casework.path.Move;
import org.doudi.server.casework.path.Step;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Relatives;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.SearchQuery;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What keeps a case safe from haste, kin, neighbours and two hands at once. */
class CaseGuardsTest extends CaseOffice {
    @Test
    @DisplayName("2.4-11 an objection keeps the notice up until it is answered")
    void objectionHolds() {
        String number = atTownshipReview();
        work(Role.TOWNSHIP_REVIEWER, number, agreed(number, Role.TOWNSHIP_REVIEWER), Map.of());
        work(Role.TOWNSHIP_CLERK, number, Map.of("place", "公开栏"), Map.of("proof", new Picture("image/png", PHOTO)));
        as(Role.TOWNSHIP_CLERK, () -> {
            objections.object(number, Contested.PROPERTY, "他家有车");
            return number;
        });
        today.forward(8);
        assertThatThrownBy(() -> work(Role.TOWNSHIP_CLERK, number, Map.of("takenDown", "yes"), Map.of()))
                .isInstanceOfSatisfying(
                        CaseFailure.Incomplete.class,
                        e -> assertThat(e.problems().get(0).code()).isEqualTo("objections"));
        long objection = as(Role.TOWNSHIP_CLERK, () -> views.of(number))
                .objections()
                .get(0)
                .id();
        as(Role.TOWNSHIP_CLERK, () -> {
            objections.answer(number, objection, "已核，是别人的车");
            return number;
        });
        CaseFile after = work(Role.TOWNSHIP_CLERK, number, Map.of("takenDown", "yes"), Map.of());
        assertThat(after.state().step()).isEqualTo(Step.SUBMISSION);
        assertThat(after.homeVisit()).isTrue();
    }

    @Test
    @DisplayName("nobody judges what they worked on: four eyes is a failure with its own name")
    void fourEyes() {
        String number = atTownshipReview();
        Officer clerkTurnedReviewer = new Officer(
                new OfficerId(1000 + Role.TOWNSHIP_CLERK.ordinal()),
                "both",
                "both",
                Role.TOWNSHIP_REVIEWER,
                new Area(RegistryFixture.TOWNSHIP));
        assertThatThrownBy(() -> Scope.as(clerkTurnedReviewer, () -> {
                    cases.work(number, cases.get(number).version(), "k", Map.of(), Map.of());
                    return number;
                }))
                .isInstanceOf(CaseFailure.FourEyes.class);
    }

    @Test
    @DisplayName("an officer cannot touch the case of a household in which a near relative was declared")
    void nearRelative() {
        String number = open();
        long household = as(Role.TOWNSHIP_CLERK, () -> cases.get(number)).household();
        Officer kin = accounts.create("kin", "何某", Role.TOWNSHIP_CLERK, new Area(RegistryFixture.TOWNSHIP))
                .officer();
        Map<String, String> values = accepted(number);
        assertThatThrownBy(() -> Scope.as(kin, () -> {
                    relatives.declare(kin.id(), household, Relatives.Kinship.SIBLING);
                    cases.work(number, 0, "k", values, Map.of());
                    return number;
                }))
                .isInstanceOf(CaseFailure.NearRelative.class);
        assertThat(work(Role.TOWNSHIP_CLERK, number, values, Map.of()).state().step())
                .isEqualTo(Step.ECONOMIC_CHECK);
    }

    @Test
    @DisplayName("of two who work on one case one wins and the other is told; a form sent twice works once")
    void concurrent() {
        String number = open();
        Map<String, String> values = accepted(number);
        String key = UUID.randomUUID().toString();
        as(Role.TOWNSHIP_CLERK, () -> {
            cases.work(number, 0, key, values, Map.of());
            cases.work(number, 0, key, values, Map.of());
            return number;
        });
        assertThat(as(Role.TOWNSHIP_CLERK, () -> cases.get(number)).state().step())
                .isEqualTo(Step.ECONOMIC_CHECK);
        int version = as(Role.COUNTY_OFFICER, () -> cases.get(number)).version();
        as(Role.COUNTY_OFFICER, () -> {
            cases.move(number, version, "a", Move.RETURN, "少一张表");
            return number;
        });
        assertThatThrownBy(() -> as(Role.TOWNSHIP_CLERK, () -> {
                    cases.work(number, version, "b", values, Map.of());
                    return number;
                }))
                .isInstanceOf(CaseFailure.Overtaken.class);
    }

    @Test
    @DisplayName("a neighbour township's clerk finds no case: not by number, not in a list, not in a count")
    void neighbour() {
        String number = open();
        Officer neighbour = officer(Role.TOWNSHIP_CLERK, "210921101");
        assertThatThrownBy(() -> Scope.as(neighbour, () -> cases.get(number))).isInstanceOf(CaseFailure.NotFound.class);
        long household = as(Role.TOWNSHIP_CLERK, () -> cases.get(number)).household();
        assertThatThrownBy(() -> Scope.as(neighbour, () -> views.ofHousehold(household)))
                .isInstanceOf(NoSuchElementException.class);
        assertThat(Scope.as(neighbour, () -> households.search(new SearchQuery(number, "reason"))))
                .isEmpty();
    }
}
