package org.doudi.server.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.doudi.policy.Grade;
import org.doudi.policy.Parameter;
import org.doudi.policy.ParameterValue;
import org.doudi.server.TestDatabase;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.parameters.EnteredValue.State;
import org.doudi.server.parameters.EnteredValues.Choice;
import org.doudi.server.parameters.EnteredValues.Source;
import org.doudi.server.parameters.ParameterRefused.Why;
import org.doudi.server.shell.Today;
import org.doudi.server.standards.Standards;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** Values that a county without households enters itself. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class EnteredValuesTest {
    private static final String COUNTY = "210905";
    private static final Officer OFFICER = officer(9_801, Role.COUNTY_OFFICER, COUNTY);
    private static final Officer APPROVER = officer(9_802, Role.COUNTY_APPROVER, COUNTY);
    private static final Officer CITY = officer(9_803, Role.CITY_SUPERVISOR, "2109");

    @Autowired
    private EnteredValues values;

    @Autowired
    private Standards standards;

    @Autowired
    private Today today;

    @Autowired
    private JdbcClient jdbc;

    private static Officer officer(long id, Role role, String area) {
        return new Officer(new OfficerId(id), "officer" + id, "办事员", role, new Area(area));
    }

    private Source from(LocalDate day) {
        return new Source(day, today.date(), "区政府文件 2017-1", "第二条");
    }

    private long propose(Officer officer, Parameter parameter, String typed, LocalDate from) {
        return Scope.as(
                officer,
                () -> values.propose(new Choice(parameter, officer.area().code()), typed, from(from)));
    }

    private void approve(Officer officer, long... ids) {
        Scope.as(officer, () -> {
            values.approve(java.util.Arrays.stream(ids).boxed().toList());
            return ids;
        });
    }

    private static void refused(Why why, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        ParameterRefused.class, e -> assertThat(e.why()).isEqualTo(why));
    }

    private ParameterValue held(Parameter parameter, String place, LocalDate day) {
        return Objects.requireNonNull(standards.pack().value(parameter, place, day));
    }

    @Test
    @DisplayName(
            "2.3-1 a value counts from its day on, in its county alone, after a second person approved it; the version tells that it does")
    void inForce() {
        LocalDate day = today.date().plusMonths(1);
        String version = standards.pack().version();
        ParameterValue shipped = held(Parameter.ASSET_HOUSES, COUNTY, day);
        assertThat(shipped.grade()).isEqualTo(Grade.EXAMPLE);
        long id = propose(OFFICER, Parameter.ASSET_HOUSES, "3", day);
        assertThat(standards.pack().version())
                .as("a proposal counts for nothing")
                .isEqualTo(version);
        refused(Why.TWICE, () -> propose(OFFICER, Parameter.ASSET_HOUSES, "4", day));
        refused(Why.OWN, () -> approve(officer(9_801, Role.COUNTY_APPROVER, COUNTY), id));
        refused(Why.NOTHING, () -> approve(officer(9_804, Role.COUNTY_APPROVER, "210922"), id));
        approve(APPROVER, id);
        refused(Why.OVERTAKEN, () -> approve(APPROVER, id));
        assertThat(standards.pack().version()).isNotEqualTo(version);
        ParameterValue own = held(Parameter.ASSET_HOUSES, COUNTY, day);
        assertThat(own.value()).isEqualTo(3);
        assertThat(own.grade()).isEqualTo(Grade.OFFICIAL);
        assertThat(own.citation().doc()).isEqualTo("区政府文件 2017-1");
        assertThat(held(Parameter.ASSET_HOUSES, COUNTY, day.minusDays(1)))
                .as("the day before")
                .isEqualTo(shipped.endingOn(
                        held(Parameter.ASSET_HOUSES, COUNTY, day.minusDays(1)).to()));
        assertThat(held(Parameter.ASSET_HOUSES, "210922", day).value())
                .as("next door")
                .isEqualTo(shipped.value());
        String again = standards.pack().version();
        standards.renew();
        assertThat(standards.pack().version()).as("after a start").isEqualTo(again);
        assertThat(Scope.as(APPROVER, () -> values.get(id))).satisfies(v -> {
            assertThat(v.state()).isEqualTo(State.IN_FORCE);
            assertThat(v.decidedOn()).isEqualTo(today.date());
        });
    }

    @Test
    @DisplayName(
            "2.3-1 what breaks a rule, has no form, no document or is the state's is refused with its reason, and nothing is kept")
    void refusals() {
        LocalDate day = today.date();
        long before = count();
        refused(Why.FLOOR, () -> propose(OFFICER, Parameter.DIBAO_STANDARD, "100", day));
        refused(Why.NATIONAL, () -> propose(OFFICER, Parameter.POVERTY_LINE, "1", day));
        for (String typed : List.of("", "-1", "1e3", "1.005", "一千", "9".repeat(40), "\u0000")) {
            refused(Why.FORM, () -> propose(OFFICER, Parameter.DIBAO_STANDARD, typed, day));
        }
        refused(Why.DAY, () -> propose(OFFICER, Parameter.DIBAO_STANDARD, "9000", day.plusYears(11)));
        refused(
                Why.DAY,
                () -> Scope.as(
                        OFFICER,
                        () -> values.propose(
                                new Choice(Parameter.DIBAO_STANDARD, COUNTY),
                                "9000",
                                new Source(day, day.plusDays(1), "区政府文件", ""))));
        refused(
                Why.DOCUMENT,
                () -> Scope.as(
                        OFFICER,
                        () -> values.propose(
                                new Choice(Parameter.DIBAO_STANDARD, COUNTY), "9000", new Source(day, day, "文", ""))));
        for (String place : List.of("210922", "2109", "210905001", "", "x".repeat(500))) {
            refused(
                    Why.NOTHING,
                    () -> Scope.as(
                            OFFICER, () -> values.propose(new Choice(Parameter.ASSET_CARS, place), "1", from(day))));
        }
        refused(Why.NONE, () -> approve(APPROVER));
        refused(Why.NOTHING, () -> approve(APPROVER, Long.MAX_VALUE));
        assertThat(count()).isEqualTo(before);
    }

    @Test
    @DisplayName(
            "2.3-1 a proposal is sent back with words or taken back by who made it, and the city decides on its own between two people")
    void ends() {
        LocalDate day = today.date();
        long back = propose(OFFICER, Parameter.STAFFING_TOWNSHIP, "7", day);
        refused(
                Why.WORDS,
                () -> Scope.as(APPROVER, () -> {
                    values.refuse(back, "不");
                    return back;
                }));
        Scope.as(APPROVER, () -> {
            values.refuse(back, "文件里没有这个数");
            return back;
        });
        assertThat(Scope.as(OFFICER, () -> values.get(back)).why()).isEqualTo("文件里没有这个数");
        long own = propose(OFFICER, Parameter.STAFFING_TOWNSHIP, "7", day);
        refused(
                Why.NOTHING,
                () -> Scope.as(officer(9_805, Role.COUNTY_OFFICER, COUNTY), () -> {
                    values.withdraw(own);
                    return own;
                }));
        Scope.as(OFFICER, () -> {
            values.withdraw(own);
            return own;
        });
        assertThat(Scope.as(OFFICER, () -> values.get(own)).state()).isEqualTo(State.WITHDRAWN);
        long city = propose(CITY, Parameter.STAFFING_STREET, "6", day);
        refused(Why.OWN, () -> approve(CITY, city));
        approve(officer(9_806, Role.CITY_SUPERVISOR, "2109"), city);
        assertThat(held(Parameter.STAFFING_STREET, COUNTY, day).value()).isEqualTo(6);
    }

    private long count() {
        return jdbc.sql("select count(*) from parameters.entered")
                .query(Long.class)
                .single();
    }
}
