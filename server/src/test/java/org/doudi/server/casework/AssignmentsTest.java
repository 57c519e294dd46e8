package org.doudi.server.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.doudi.server.casework.WorkList.Tab;
import org.doudi.server.casework.path.Step;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Relatives;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.RegistryFixture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A step belongs to one office, and to one person of it once somebody took it. */
class AssignmentsTest extends CaseOffice {
    @Autowired
    private Bulk bulk;

    @Autowired
    private WorkList workList;

    @Autowired
    private Visits visits;

    private Officer colleague(Role role, String area) {
        String name = "c-" + UUID.randomUUID().toString().substring(0, 12);
        return accounts.create(name, "何某", role, new Area(area)).officer();
    }

    private Officer clerk() {
        return colleague(Role.TOWNSHIP_CLERK, RegistryFixture.TOWNSHIP);
    }

    private static <T> T as(Officer officer, Supplier<T> work) {
        return Scope.as(officer, work);
    }

    private CaseFile file(String number) {
        return as(Role.COUNTY_OFFICER, () -> cases.get(number));
    }

    private void claim(Officer officer, String number) {
        as(officer, () -> {
            assignments.claim(number);
            return number;
        });
    }

    private void assign(Officer officer, String number, Officer to) {
        as(officer, () -> {
            assignments.assign(number, to.id().value());
            return number;
        });
    }

    private List<String> on(Officer officer, Tab tab) {
        return as(officer, () -> workList.rows(tab, 0)).stream()
                .map(r -> r.file().number())
                .toList();
    }

    @Test
    @DisplayName("2.2-6 who takes a step has it alone, until it is given back or handed over")
    void claimed() {
        String number = open();
        Officer one = clerk();
        Officer two = clerk();
        claim(one, number);
        claim(one, number);
        assertThat(on(one, Tab.MINE)).containsExactly(number);
        assertThat(on(two, Tab.MINE)).isEmpty();
        assertThat(on(two, Tab.UNCLAIMED)).doesNotContain(number);
        assertThatThrownBy(() -> claim(two, number)).isInstanceOf(CaseFailure.Held.class);
        assertThatThrownBy(() -> work(Role.TOWNSHIP_CLERK, number, accepted(number), Map.of()))
                .isInstanceOf(CaseFailure.Held.class);
        assign(one, number, two);
        assertThat(on(two, Tab.MINE)).containsExactly(number);
        as(two, () -> {
            assignments.release(number);
            return number;
        });
        assertThat(file(number).holder()).isNull();
        assertThatThrownBy(() -> assign(two, number, one)).isInstanceOf(CaseFailure.NotNow.class);
    }

    @Test
    @DisplayName("the reviewer gives the township's work out, and to nobody of another office or place")
    void assigned() {
        String number = open();
        Officer reviewer = colleague(Role.TOWNSHIP_REVIEWER, RegistryFixture.TOWNSHIP);
        Officer clerk = clerk();
        assign(reviewer, number, clerk);
        assertThat(file(number).isHeldBy(clerk)).isTrue();
        assertThatThrownBy(() -> assign(reviewer, number, colleague(Role.COUNTY_OFFICER, COUNTY)))
                .isInstanceOf(CaseFailure.NotNow.class);
        assertThatThrownBy(() -> assign(reviewer, number, colleague(Role.TOWNSHIP_CLERK, "210921101")))
                .isInstanceOf(CaseFailure.NotNow.class);
    }

    @Test
    @DisplayName("2.4-11 a near relative gets no case, loses the one in hand, and the county has to visit")
    void relativesKept() {
        String number = open();
        Officer kin = clerk();
        claim(kin, number);
        long household = file(number).household();
        as(kin, () -> {
            relatives.declare(kin.id(), household, Relatives.Kinship.CHILD);
            return number;
        });
        assertThat(file(number).holder()).isNull();
        assertThat(file(number).homeVisit()).isTrue();
        assertThat(file(number).relative()).isTrue();
        Officer reviewer = colleague(Role.TOWNSHIP_REVIEWER, RegistryFixture.TOWNSHIP);
        assertThatThrownBy(() -> assign(reviewer, number, kin)).isInstanceOf(CaseFailure.NearRelative.class);
        assertThat(as(reviewer, () -> views.of(number)).hands().others())
                .isNotEmpty()
                .doesNotContain(kin);
    }

    @Test
    @DisplayName("four eyes: who found what is judged is not given the judging")
    void fourEyesInAssigning() {
        String number = atTownshipReview();
        Officer reviewer = colleague(Role.TOWNSHIP_REVIEWER, RegistryFixture.TOWNSHIP);
        Officer turned = clerk();
        String other = open();
        as(turned, () -> {
            cases.work(other, 0, "k", accepted(other), Map.of());
            return other;
        });
        work(Role.COUNTY_OFFICER, other, checked(), Map.of());
        work(Role.TOWNSHIP_CLERK, other, surveyed(), Map.of("photo", new Picture("image/png", PHOTO)));
        work(Role.TOWNSHIP_CLERK, other, meeting(today.date().toString(), 18, 15, 2), Map.of());
        accounts.assign(turned.id(), Role.TOWNSHIP_REVIEWER, new Area(RegistryFixture.TOWNSHIP));
        Officer now = accounts.byId(turned.id()).orElseThrow();
        assign(reviewer, number, now);
        assertThatThrownBy(() -> assign(reviewer, other, now)).isInstanceOf(CaseFailure.FourEyes.class);
    }

    @Test
    @DisplayName("many at once: each case has its own result, one that cannot be done keeps no other back")
    void many() {
        String free = open();
        String taken = open();
        Officer one = clerk();
        claim(clerk(), taken);
        List<Bulk.Result> results = as(one, () -> bulk.claim(List.of(free, taken, "210921100-2017-9999", free)));
        assertThat(results).extracting(Bulk.Result::number).containsExactly(free, taken, "210921100-2017-9999");
        assertThat(results.get(0).done()).isTrue();
        assertThat(results.get(1).failure()).isInstanceOf(CaseFailure.Held.class);
        assertThat(results.get(2).failure()).isInstanceOf(CaseFailure.NotFound.class);
        assertThat(file(free).isHeldBy(one)).isTrue();
    }

    @Test
    @DisplayName("2.4-11 the notices of a wall are posted together with one photograph, twice sent is once done")
    void wall() {
        String first = atTownshipReview();
        String second = atTownshipReview();
        for (String number : List.of(first, second)) {
            work(Role.TOWNSHIP_REVIEWER, number, agreed(number, Role.TOWNSHIP_REVIEWER), Map.of());
        }
        String early = open();
        Picture proof = new Picture("image/png", PHOTO);
        List<String> numbers = List.of(first, early, second);
        List<Bulk.Result> results = as(Role.TOWNSHIP_CLERK, () -> bulk.post(numbers, "wall", "公开栏", proof));
        assertThat(results).extracting(Bulk.Result::done).containsExactly(true, false, true);
        int version = file(first).version();
        as(Role.TOWNSHIP_CLERK, () -> bulk.post(numbers, "wall", "公开栏", proof));
        assertThat(file(first).version()).isEqualTo(version);
        assertThat(file(second).posting())
                .isEqualTo(new CaseFile.Posting(today.date(), today.date().plusDays(6)));
        assertThat(file(early).state().step()).isEqualTo(Step.ACCEPTANCE);
    }

    @Test
    @DisplayName(
            "what is late is seen by the office above: the county its townships' cases, the city figures without people")
    void overdue() {
        String number = open();
        today.forward(30);
        assertThat(as(Role.TOWNSHIP_CLERK, () -> workList.rows(Tab.OVERDUE, 0)))
                .anySatisfy(r -> assertThat(r.file().number()).isEqualTo(number));
        assertThat(as(Role.COUNTY_OFFICER, () -> workList.rows(Tab.OVERDUE, 0)))
                .anySatisfy(r -> assertThat(r.file().number()).isEqualTo(number));
        Officer city = officer(Role.CITY_SUPERVISOR, "2109");
        assertThat(as(city, () -> workList.rows(Tab.OVERDUE, 0))).isEmpty();
        assertThat(as(city, () -> workList.late()))
                .anySatisfy(
                        l -> assertThat(l.township() + l.step()).isEqualTo(RegistryFixture.TOWNSHIP + Step.ACCEPTANCE));
        assertThat(as(officer(Role.TOWNSHIP_CLERK, "210921101"), () -> workList.late()))
                .isEmpty();
    }

    @Test
    @DisplayName(
            "3.4-2 a surveyor sees the assigned visit and nothing else, and the township confirms what was filled in")
    void surveyor() {
        String number = open();
        String other = open();
        work(Role.TOWNSHIP_CLERK, number, accepted(number), Map.of());
        work(Role.COUNTY_OFFICER, number, checked(), Map.of());
        Officer surveyor = colleague(Role.SURVEYOR, COUNTY);
        assertThat(as(surveyor, () -> visits.toMake())).isEmpty();
        assertThat(as(surveyor, households::count)).isZero();
        as(Role.TOWNSHIP_CLERK, () -> {
            visits.ask(number, surveyor.id().value());
            return number;
        });
        assertThat(as(surveyor, () -> visits.toMake()))
                .extracting(CaseFile::number)
                .containsExactly(number);
        assertThat(as(surveyor, households::count)).isEqualTo(1);
        assertThatThrownBy(() -> as(surveyor, () -> visits.sheet(other))).isInstanceOf(CaseFailure.NotFound.class);
        assertThat(as(surveyor, () -> visits.sheet(number)).household().members())
                .isNotEmpty();
        as(surveyor, () -> {
            visits.fill(number, surveyed(), Map.of("photo", new Picture("image/png", PHOTO)));
            return number;
        });
        CaseView view = as(Role.TOWNSHIP_CLERK, () -> views.of(number));
        assertThat(view.file().state().step()).isEqualTo(Step.HOME_SURVEY);
        assertThat(view.prefilled()).containsEntry("place", "村东");
        CaseFile after = work(Role.TOWNSHIP_CLERK, number, view.prefilled(), Map.of());
        assertThat(after.state().step()).isEqualTo(Step.REVIEW_MEETING);
        assertThat(as(surveyor, () -> visits.toMake())).isEmpty();
        assertThat(as(surveyor, households::count)).isZero();
    }

    @Test
    @DisplayName("3.4-3 the village's assistant fills the survey in, and cannot end the step")
    void assistant() {
        String number = open();
        work(Role.TOWNSHIP_CLERK, number, accepted(number), Map.of());
        work(Role.COUNTY_OFFICER, number, checked(), Map.of());
        Officer helper = colleague(Role.VILLAGE_ASSISTANT, file(number).village());
        as(helper, () -> {
            visits.fill(number, surveyed(), Map.of("photo", new Picture("image/png", PHOTO)));
            return number;
        });
        assertThatThrownBy(() -> as(helper, () -> {
                    cases.work(number, file(number).version(), "k", surveyed(), Map.of());
                    return number;
                }))
                .isInstanceOf(CaseFailure.NotNow.class);
        assertThatThrownBy(() -> as(helper, () -> {
                    visits.fill(number, Map.of(), Map.of());
                    return number;
                }))
                .isInstanceOf(CaseFailure.Incomplete.class);
    }
}
