package org.doudi.server.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Supplier;
import org.doudi.server.OwnDatabase;
import org.doudi.server.casework.path.Move;
import org.doudi.server.casework.path.Standing;
import org.doudi.server.casework.path.Step;
import org.doudi.server.casework.step.StepWork;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Relatives;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.RegistryLoader;
import org.doudi.server.registry.SearchQuery;
import org.doudi.server.shell.Today;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** A case from the door to the letter through every role, on the real database. */
@SpringBootTest
@ContextConfiguration(initializers = OwnDatabase.class)
class CaseWalkTest {
    private static final String COUNTY = "210921";
    private static final byte[] PHOTO = "\u0089PNG\r\n\u001a\n a small picture".getBytes(StandardCharsets.ISO_8859_1);

    @Autowired
    private Cases cases;

    @Autowired
    private CaseViews views;

    @Autowired
    private Households households;

    @Autowired
    private RegistryLoader loader;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Relatives relatives;

    @Autowired
    private Today today;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void load() {
        RegistryFixture.load(loader, households);
    }

    private static Officer officer(Role role, String area) {
        return new Officer(new OfficerId(1000 + role.ordinal()), role.name(), role.name(), role, new Area(area));
    }

    private <T> T as(Role role, Supplier<T> work) {
        String area = role == Role.TOWNSHIP_CLERK || role == Role.TOWNSHIP_REVIEWER ? RegistryFixture.TOWNSHIP : COUNTY;
        return Scope.as(officer(role, area), work);
    }

    /** A household of the village that has no case yet. */
    private long household() {
        return as(
                Role.TOWNSHIP_CLERK,
                () -> transaction.execute(t -> jdbc.sql(
                                "select h.id from registry.household h where not exists (select from casework.case_file c"
                                        + " where c.household = h.id) order by h.id limit 1")
                        .query(Long.class)
                        .single()));
    }

    private String open() {
        long household = household();
        return as(Role.TOWNSHIP_CLERK, () -> cases.open(household));
    }

    private CaseFile work(Role role, String number, Map<String, String> values, Map<String, Picture> pictures) {
        return as(role, () -> {
            CaseFile c = cases.get(number);
            cases.work(number, c.version(), UUID.randomUUID().toString(), values, pictures);
            return cases.get(number);
        });
    }

    private Map<String, String> accepted(String number) {
        Map<String, String> values = new HashMap<>();
        as(Role.TOWNSHIP_CLERK, () -> {
            cases.work(cases.get(number))
                    .fields(StepWork.Stage.FIRST)
                    .forEach(f -> values.put(f.name(), f.name().equals("relative") ? "NO" : "yes"));
            return values;
        });
        return values;
    }

    private static Map<String, String> checked() {
        Map<String, String> values = new HashMap<>();
        for (String source : List.of(
                "HUKOU",
                "MARRIAGE",
                "VEHICLE",
                "HOUSE",
                "BUSINESS",
                "TAX",
                "SOCIAL_SECURITY",
                "HOUSING_FUND",
                "BANK",
                "SECURITIES",
                "FARM_MACHINE",
                "PUBLIC_PAYROLL")) {
            values.put("source." + source, "NONE");
        }
        values.putAll(Map.of("declaredYuan", "6800", "foundYuan", "6800.00", "report", "HD-1"));
        return values;
    }

    private Map<String, String> agreed(String number, Role role) {
        Map<String, String> values = new HashMap<>(Map.of("opinion", "同意"));
        as(role, () -> views.of(number)).benefits().forEach(l -> {
            boolean look = l.standing() == Outcome.PERSON_MUST_LOOK;
            values.put("verdict." + l.key(), look ? "REFUSED" : "AGREE");
            if (look) {
                values.put("reason." + l.key(), "没有申请");
            }
        });
        return values;
    }

    private Map<String, String> surveyed() {
        return Map.of(
                "surveyedOn", today.date().toString(),
                "surveyor1", "孟庆林",
                "surveyor2", "高原",
                "place", "村东",
                "housing", "砖木三间",
                "familySigned", "yes");
    }

    private static Map<String, String> meeting(String day, int present, int yes, int no) {
        Map<String, String> values = new HashMap<>(Map.of("heldOn", day, "roster", "21", "villagers", "13"));
        values.put("present", Integer.toString(present));
        values.put("yes", Integer.toString(yes));
        values.put("no", Integer.toString(no));
        values.putAll(Map.of("abstained", "0", "dissent", "家里有拖拉机", "minutesSigned", "yes"));
        values.putAll(Map.of("recused", "1", "recusedNames", "赵德全（堂兄）"));
        return values;
    }

    private String atTownshipReview() {
        String number = open();
        work(Role.TOWNSHIP_CLERK, number, accepted(number), Map.of());
        work(Role.COUNTY_OFFICER, number, checked(), Map.of());
        work(Role.TOWNSHIP_CLERK, number, surveyed(), Map.of("photo", new Picture("image/png", PHOTO)));
        work(Role.TOWNSHIP_CLERK, number, meeting(today.date().toString(), 18, 15, 2), Map.of());
        return number;
    }

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
    @DisplayName("2.4-11 an objection keeps the notice up until it is answered")
    void objectionHolds() {
        String number = atTownshipReview();
        work(Role.TOWNSHIP_REVIEWER, number, agreed(number, Role.TOWNSHIP_REVIEWER), Map.of());
        work(Role.TOWNSHIP_CLERK, number, Map.of("place", "公开栏"), Map.of("proof", new Picture("image/png", PHOTO)));
        as(Role.TOWNSHIP_CLERK, () -> {
            cases.object(number, "他家有车");
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
            cases.answer(number, objection, "已核，是别人的车");
            return number;
        });
        CaseFile after = work(Role.TOWNSHIP_CLERK, number, Map.of("takenDown", "yes"), Map.of());
        assertThat(after.state().step()).isEqualTo(Step.SUBMISSION);
        assertThat(after.homeVisit()).isTrue();
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
        assertThatThrownBy(() -> work(Role.TOWNSHIP_REVIEWER, number, values, Map.of()))
                .isInstanceOf(CaseFailure.Incomplete.class);
        values.put("reason.DIBAO", "入户看到的不一样");
        work(Role.TOWNSHIP_REVIEWER, number, values, Map.of());
        BenefitLine after =
                as(Role.TOWNSHIP_REVIEWER, () -> views.of(number)).benefits().get(0);
        assertThat(after.machine()).isEqualTo(dibao.machine());
        assertThat(after.township()).isEqualTo(other);
        assertThat(after.standing()).isEqualTo(other);
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
