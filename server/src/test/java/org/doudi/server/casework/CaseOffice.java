package org.doudi.server.casework;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.doudi.server.OwnDatabase;
import org.doudi.server.casework.path.Move;
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
import org.doudi.server.registry.Rolls;
import org.doudi.server.shell.Today;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** A made-up office whose people take cases along their path on the real database; what the tests of the cases share. */
@SpringBootTest
@ContextConfiguration(initializers = OwnDatabase.class)
abstract class CaseOffice {
    static final String COUNTY = "210921";
    static final byte[] PHOTO = "\u0089PNG\r\n\u001a\n a small picture".getBytes(StandardCharsets.ISO_8859_1);

    @Autowired
    Objections objections;

    @Autowired
    Cases cases;

    @Autowired
    CaseViews views;

    @Autowired
    Households households;

    @Autowired
    Rolls rolls;

    @Autowired
    Assignments assignments;

    @Autowired
    RegistryLoader loader;

    @Autowired
    Accounts accounts;

    @Autowired
    Relatives relatives;

    @Autowired
    Today today;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void load() {
        RegistryFixture.load(loader, households);
    }

    static Officer officer(Role role, String area) {
        return new Officer(new OfficerId(1000 + role.ordinal()), role.name(), role.name(), role, new Area(area));
    }

    <T> T as(Role role, Supplier<T> work) {
        String area = role == Role.TOWNSHIP_CLERK || role == Role.TOWNSHIP_REVIEWER ? RegistryFixture.TOWNSHIP : COUNTY;
        return Scope.as(officer(role, area), work);
    }

    /** A household of the village that has no case yet. */
    long household() {
        return as(
                Role.TOWNSHIP_CLERK,
                () -> transaction.execute(t -> jdbc.sql(
                                "select h.id from registry.household h where not exists (select from casework.case_file c"
                                        + " where c.household = h.id) order by h.id limit 1")
                        .query(Long.class)
                        .single()));
    }

    String open() {
        long household = household();
        return as(Role.TOWNSHIP_CLERK, () -> cases.open(household));
    }

    CaseFile work(Role role, String number, Map<String, String> values, Map<String, Picture> pictures) {
        return as(role, () -> {
            CaseFile c = cases.get(number);
            cases.work(number, c.version(), UUID.randomUUID().toString(), values, pictures);
            return cases.get(number);
        });
    }

    Map<String, String> accepted(String number) {
        Map<String, String> values = new HashMap<>();
        as(Role.TOWNSHIP_CLERK, () -> {
            cases.work(cases.get(number))
                    .fields(StepWork.Stage.FIRST)
                    .forEach(f -> values.put(f.name(), f.name().equals("relative") ? "NO" : "yes"));
            return values;
        });
        return values;
    }

    static Map<String, String> checked() {
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

    Map<String, String> agreed(String number, Role role) {
        Map<String, String> values = new HashMap<>(Map.of("opinion", "同意"));
        as(role, () -> views.of(number)).benefits().forEach(l -> {
            boolean look = l.standing() == Outcome.PERSON_MUST_LOOK;
            values.put("verdict." + l.key(), look ? "REFUSED" : "AGREE");
            if (look) {
                values.put("reason." + l.key(), "没有申请");
            } else if (role == Role.COUNTY_APPROVER && l.benefit() == Benefit.REGISTER) {
                values.put("cause", "ILLNESS");
            }
        });
        return values;
    }

    Map<String, String> surveyed() {
        return Map.of(
                "surveyedOn", today.date().toString(),
                "surveyor1", "孟庆林",
                "surveyor2", "高原",
                "place", "村东",
                "housing", "砖木三间",
                "familySigned", "yes");
    }

    static Map<String, String> meeting(String day, int present, int yes, int no) {
        Map<String, String> values = new HashMap<>(Map.of("heldOn", day, "roster", "21", "villagers", "13"));
        values.put("present", Integer.toString(present));
        values.put("yes", Integer.toString(yes));
        values.put("no", Integer.toString(no));
        values.putAll(Map.of("abstained", "0", "dissent", "家里有拖拉机", "minutesSigned", "yes"));
        values.putAll(Map.of("recused", "1", "recusedNames", "赵德全（堂兄）"));
        return values;
    }

    String atTownshipReview() {
        String number = open();
        work(Role.TOWNSHIP_CLERK, number, accepted(number), Map.of());
        work(Role.COUNTY_OFFICER, number, checked(), Map.of());
        work(Role.TOWNSHIP_CLERK, number, surveyed(), Map.of("photo", new Picture("image/png", PHOTO)));
        work(Role.TOWNSHIP_CLERK, number, meeting(today.date().toString(), 18, 15, 2), Map.of());
        return number;
    }

    /** Reviewed by the township, its notice up and down, reviewed by the county, its notice up and down. */
    void toDecision(String number, Map<String, String> review) {
        Map<String, Picture> proof = Map.of("proof", new Picture("image/png", PHOTO));
        work(Role.TOWNSHIP_REVIEWER, number, review, Map.of());
        work(Role.TOWNSHIP_CLERK, number, Map.of("place", "公开栏"), proof);
        today.forward(7);
        work(Role.TOWNSHIP_CLERK, number, Map.of("takenDown", "yes"), Map.of());
        work(Role.TOWNSHIP_REVIEWER, number, Map.of("complete", "yes"), Map.of());
        String day = today.date().toString();
        Map<String, String> visited =
                Map.of("visit", "VISITED", "visitedOn", day, "visitFinding", "属实", "opinion", "同意");
        work(Role.COUNTY_OFFICER, number, visited, Map.of());
        work(Role.COUNTY_OFFICER, number, Map.of("place", "政务网"), proof);
        today.forward(7);
        work(Role.COUNTY_OFFICER, number, Map.of("takenDown", "yes"), Map.of());
    }

    /** Decides, and hands the letter over. */
    CaseFile close(String number, Map<String, String> decision) {
        work(Role.COUNTY_APPROVER, number, decision, Map.of());
        String day = today.date().toString();
        return work(
                Role.COUNTY_OFFICER,
                number,
                Map.of("deliveredOn", day, "delivery", "BY_HAND", "receivedBy", "本人"),
                Map.of());
    }

    void move(Role role, String number, Move move) {
        as(role, () -> {
            cases.move(number, cases.get(number).version(), UUID.randomUUID().toString(), move, "有理由");
            return number;
        });
    }
}
