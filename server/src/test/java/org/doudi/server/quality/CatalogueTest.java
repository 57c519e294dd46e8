package org.doudi.server.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.doudi.server.TestDatabase;
import org.doudi.server.identity.Role;
import org.doudi.server.matching.HouseholdsLookedAt;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.RegistryLoader;
import org.doudi.server.shell.MessageFile;
import org.doudi.server.shell.Today;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** Each rule of the catalogue on a family in which just that is wrong, taken back afterwards. */
@SpringBootTest
@ContextConfiguration(initializers = TestDatabase.class)
class CatalogueTest {
    private static final String COUNTY = "210921";
    /** A family in which nothing is wrong: a head of working age with a spouse, on no roll. */
    private static final String FAMILY = """
            select h.id, h.head, s.person as spouse
            from registry.household h
            join registry.person p on p.id = h.head and p.birth between date '1964-01-01' and date '1990-01-01'
            join registry.membership s on s.household = h.id and s.relation = '配偶' and s.known_to is null and s.valid_to is null
            where h.dissolved_on is null and h.village like '210921100%'
                and not exists (select from registry.roll_entry r where r.household = h.id)
                and not exists (select from registry.fact f where f.household = h.id and f.kind = 'MEMBER'
                    and (f.content ->> 'student' = 'true' or f.content ->> 'seriousIllness' = 'true'
                        or jsonb_typeof(f.content -> 'disability') = 'object'))
            order by h.id
            limit 1
            """;

    /** What each rule says of what is planted for it. */
    private static final Map<String, String> WRONG = Map.ofEntries(
            Map.entry("Q01", "低保贫困户"),
            Map.entry("Q02", "特困供养贫困户"),
            Map.entry("Q03", "一般贫困户"),
            Map.entry("Q04", "2014-"),
            Map.entry("Q05", "6"),
            Map.entry("Q06", "2017-"),
            Map.entry("Q07", "2017-"),
            Map.entry("Q08", "因残"),
            Map.entry("Q09", "因病"),
            Map.entry("Q10", "因学"),
            Map.entry("Q11", ""),
            Map.entry("Q12", "87"),
            Map.entry("Q13", ""),
            Map.entry("Q14", "1"),
            Map.entry("Q15", "5"),
            Map.entry("Q16", "子"),
            Map.entry("Q17", "配偶"),
            Map.entry("Q18", ""),
            Map.entry("Q19", "42"),
            Map.entry("Q20", "H-"),
            Map.entry("Q21", "2017-"),
            Map.entry("Q22", "—"),
            Map.entry("Q23", "—"),
            Map.entry("Q24", "2015-"),
            Map.entry("Q25", "2017-"),
            Map.entry("Q26", "201"),
            Map.entry("Q27", "77"),
            Map.entry("Q28", "1990-05-01"),
            Map.entry("Q29", "H-"),
            Map.entry("Q30", "15"),
            Map.entry("Q31", "210921"),
            Map.entry("Q32", "20"),
            Map.entry("Q33", "12"),
            Map.entry("Q34", "12"),
            Map.entry("Q35", "20"),
            Map.entry("Q36", ""),
            Map.entry("Q37", ""),
            Map.entry("Q38", ""),
            Map.entry("Q39", "100.01"),
            Map.entry("Q40", "200.01"));

    @Autowired
    private Households households;

    @Autowired
    private RegistryLoader loader;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private Findings findings;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Today today;

    static Stream<Arguments> wrong() {
        return WRONG.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    private long family;
    private long head;
    private long spouse;
    private int digits = 18;

    @BeforeEach
    void load() {
        RegistryFixture.load(loader, households);
    }

    private List<String> found(Runnable wrong) {
        return RegistryFixture.as(
                Role.COUNTY_OFFICER,
                COUNTY,
                () -> Objects.requireNonNull(transaction.execute(status -> {
                    status.setRollbackOnly();
                    jdbc.sql(FAMILY).query(row -> {
                        family = row.getLong("id");
                        head = row.getLong("head");
                        spouse = row.getLong("spouse");
                    });
                    wrong.run();
                    events.publishEvent(new HouseholdsLookedAt(List.of(family), today.date()));
                    return findings.of(family).stream()
                            .map(f -> f.rule().id() + " " + f.detail())
                            .toList();
                })));
    }

    private void does(String sql, Map<String, Object> with) {
        Map<String, Object> all = new HashMap<>(with);
        all.put("family", family);
        all.put("head", head);
        all.put("spouse", spouse);
        all.put("day", today.date());
        jdbc.sql(sql).params(all).update();
    }

    /** A member's fact is otherwise. */
    private void member(String who, String patch) {
        does(
                "insert into registry.fact (household, person, village, kind, content, valid_from, known_from, source)"
                        + " select household, person, village, kind, content || cast(:patch as jsonb), valid_from, now(), 'test'"
                        + " from registry.fact where household = :family and person = :" + who
                        + " and kind = 'MEMBER' and known_to is null",
                Map.of("patch", patch));
        does(
                "update registry.fact set known_to = now() where household = :family and person = :" + who
                        + " and kind = 'MEMBER' and known_to is null and source <> 'test'",
                Map.of());
    }

    /** The income is known since a day. */
    private void income(String lines, LocalDate from) {
        does(
                "update registry.fact set known_to = now() where household = :family and kind = 'INCOME' and known_to is null",
                Map.of());
        does(
                "insert into registry.fact (household, village, kind, content, valid_from, known_from, source)"
                        + " select id, village, 'INCOME', cast(:lines as jsonb), :from, now(), 'test' from registry.household where id = :family",
                Map.of("lines", lines, "from", from));
    }

    private void roll(String roll, String who, String content, LocalDate from) {
        does(
                "insert into registry.roll_entry (roll, household, person, village, content, valid_from, known_from, source)"
                        + " select :roll, id, cast(" + (who.isEmpty() ? "null" : ":" + who)
                        + " as bigint), village, cast(:content as jsonb), :from, now(), 'test'"
                        + " from registry.household where id = :family",
                Map.of("roll", roll, "content", content, "from", from));
    }

    private void poor(String attribute, String cause, LocalDate from) {
        roll(
                "REGISTER",
                "",
                "{\"state\": \"POOR\", \"throughProgramme\": false, \"attribute\": \"" + attribute + "\", \"cause\": \""
                        + cause + "\"}",
                from);
    }

    /** Somebody more in the family, known or not. */
    private void somebody(String sex, String birth, String relation, String fact) {
        does(
                "with one as (insert into registry.person (village, name, sex, birth, id_no_enc, id_no_idx, id_no_masked)"
                        + " select village, '高明', :sex, cast(:birth as date), '', '', repeat('*', :digits) from registry.household where id = :family"
                        + " returning id, village),"
                        + " member as (insert into registry.membership (household, person, village, number, place, relation, valid_from, known_from)"
                        + " select :family, id, village, '9', 9, :relation, date '2016-01-01', now() from one)"
                        + " insert into registry.fact (household, person, village, kind, content, valid_from, known_from, source)"
                        + " select :family, id, village, 'MEMBER', cast(:fact as jsonb), date '2016-01-01', now(), 'test' from one"
                        + " where :fact <> '{}'",
                Map.of("sex", sex, "birth", birth, "relation", relation, "fact", fact, "digits", digits));
    }

    /** Something beside the law's record is known of a person, or of the household where no person is named. */
    private void told(String kind, String who, String content) {
        does(
                "insert into registry.fact (household, person, village, kind, content, valid_from, known_from, source)"
                        + " select id, cast(" + (who.isEmpty() ? "null" : who)
                        + " as bigint), village, :kind, cast(:content as jsonb), date '2017-01-01', now(), 'test'"
                        + " from registry.household where id = :family",
                Map.of("kind", kind, "content", content));
    }

    private static final String LAST =
            "(select max(person) from registry.membership where household = :family and known_to is null)";

    private static final String ABLE =
            "{\"labour\": \"FULL\", \"student\": false, \"bedridden\": false, \"preferential\": false, \"seriousIllness\": false, \"disability\": null, \"job\": null}";

    private static final String STUDENT = ABLE.replace("\"student\": false", "\"student\": true");

    private static String insured(String resident, String employee, String illness) {
        return "{\"resident\": " + resident + ", \"employee\": " + employee + ", \"illness\": " + illness + "}";
    }

    private String sexOfHead() {
        return jdbc.sql("select sex from registry.person where id = ?")
                .param(head)
                .query(String.class)
                .single();
    }

    private String birthOfHead(int years) {
        return jdbc.sql("select cast(birth + make_interval(years => ?) as date) from registry.person where id = ?")
                .params(years, head)
                .query(String.class)
                .single();
    }

    private void plant(String rule) {
        LocalDate day = today.date();
        switch (rule) {
            case "Q01" -> poor("低保贫困户", "其他", day);
            case "Q02" -> poor("特困供养贫困户", "其他", day);
            case "Q03" -> {
                poor("一般贫困户", "其他", day);
                roll("DIBAO", "", "{\"monthlyYuan\": \"100.00\"}", day);
            }
            case "Q04" -> {
                roll("DIBAO", "", "{\"monthlyYuan\": \"100.00\"}", day.minusYears(3));
                income("[{\"memberId\": \"1\", \"item\": \"FARMING\", \"yuan\": \"100.00\"}]", day);
            }
            case "Q05" -> {
                member("head", "{\"job\": {\"mode\": \"LOCAL\", \"months\": 6}}");
                income("[]", day);
            }
            case "Q06" -> roll("LIVING_ALLOWANCE", "head", "{}", day);
            case "Q07" -> roll("DISABILITY", "head", "{}", day);
            case "Q08" -> poor("一般贫困户", "因残", day);
            case "Q09" -> poor("一般贫困户", "因病", day);
            case "Q10" -> poor("一般贫困户", "因学", day);
            case "Q11" -> {
                jdbc.sql("select person from registry.membership where household = ? and known_to is null")
                        .param(family)
                        .query(Long.class)
                        .list()
                        .forEach(person -> {
                            spouse = person;
                            member("spouse", "{\"labour\": \"FULL\"}");
                        });
                poor("一般贫困户", "缺劳力", day);
            }
            case "Q12" -> somebody("MALE", "1930-05-01", "其他", ABLE);
            case "Q13" -> member("head", "{\"labour\": \"NONE\"}");
            case "Q14" ->
                member("head", "{\"labour\": \"FULL\", \"disability\": {\"category\": \"LIMB\", \"level\": 1}}");
            case "Q15" -> {
                roll("TEKUN", "head", "{}", day);
                member("head", "{\"job\": {\"mode\": \"LOCAL\", \"months\": 5}}");
                income("[{\"memberId\": \"1\", \"item\": \"WAGE\", \"yuan\": \"100.00\"}]", day);
            }
            case "Q16" -> somebody("FEMALE", "2006-05-01", "子", ABLE);
            case "Q17" -> somebody(sexOfHead(), "1970-05-01", "配偶", ABLE);
            case "Q18" -> somebody("MALE", birthOfHead(10), "子", ABLE);
            case "Q19" -> somebody("MALE", "1975-05-01", "其他", STUDENT);
            case "Q20" ->
                does(
                        "insert into registry.membership (household, person, village, number, place, relation, valid_from, known_from)"
                                + " select id, :head, village, '8', 8, '其他', date '2016-01-01', now() from registry.household"
                                + " where id <> :family and dissolved_on is null order by id limit 1",
                        Map.of());
            case "Q21" -> {
                roll("TEKUN", "spouse", "{}", day);
                does("update registry.person set death = :day where id = :spouse", Map.of());
                income("[]", day);
            }
            case "Q22" -> does("update registry.household set head = null where id = :family", Map.of());
            case "Q23" -> member("head", "{\"preferential\": true}");
            case "Q24" -> {
                roll("TEKUN", "head", "{}", day);
                income("[]", day.minusYears(2));
            }
            case "Q25" -> poor("一般贫困户", "其他", day.minusDays(40));
            case "Q26" -> {
                member("head", "{\"labour\": \"FULL\"}");
                poor("一般贫困户", "其他", day.minusDays(200));
                does(
                        "insert into registry.measure (household, village, cause, plan, helper, started_on, planned_by, planned_at)"
                                + " select id, village, 'ILLNESS', '看病', '李明', :day, 'test', now() from registry.household where id = :family",
                        Map.of());
            }
            case "Q27" -> income("[{\"memberId\": \"77\", \"item\": \"WAGE\", \"yuan\": \"100.00\"}]", day);
            case "Q28" -> {
                somebody("MALE", "1990-05-01", "其他", "{}");
                poor("一般贫困户", "其他", day);
            }
            case "Q29" -> {
                does(
                        "update registry.person set phone_idx = null where id in"
                                + " (select person from registry.membership where household = :family)",
                        Map.of());
                does(
                        "update registry.person set phone_idx = cast('same' as bytea) where id in (:head, (select h.head from registry.household h"
                                + " where h.id <> :family and h.dissolved_on is null order by h.id limit 1))",
                        Map.of());
            }
            case "Q30" -> {
                digits = 15;
                somebody("MALE", "1990-05-01", "其他", ABLE);
            }
            case "Q31" -> does("update registry.person set number_sound = false where id = :head", Map.of());
            case "Q32" -> {
                somebody("MALE", "1997-05-01", "其他", STUDENT);
                told("SCHOOLING", LAST, "{\"stage\": \"PRIMARY\"}");
            }
            case "Q33" -> {
                somebody("MALE", "2005-05-01", "其他", STUDENT);
                told("SCHOOLING", LAST, "{\"stage\": \"PRIMARY\", \"absence\": \"ILLNESS\"}");
            }
            case "Q34" -> {
                somebody("MALE", "2005-05-01", "其他", ABLE);
                told("SCHOOLING", LAST, "{\"education\": \"PRIMARY\"}");
                poor("一般贫困户", "其他", day);
            }
            case "Q35" -> {
                somebody("MALE", "1997-05-01", "其他", ABLE);
                told("SCHOOLING", LAST, "{\"stage\": \"COLLEGE\"}");
            }
            case "Q36" -> told("INSURANCE", ":head", insured("false", "false", "false"));
            case "Q37" -> told("INSURANCE", ":head", insured("true", "true", "true"));
            case "Q38" -> told("INSURANCE", ":head", insured("true", "false", "false"));
            case "Q39" -> told("LAND", "", "{\"arableMu\": \"100.01\", \"forestMu\": \"200.00\"}");
            case "Q40" -> told("LAND", "", "{\"arableMu\": \"100.00\", \"forestMu\": \"200.01\"}");
            default -> throw new IllegalArgumentException(rule);
        }
    }

    @ParameterizedTest(name = "2.4-9 {0} finds what is wrong, and nothing else is found")
    @MethodSource("wrong")
    void finds(String rule, String detail) {
        List<String> found = found(() -> plant(rule));
        assertThat(found).hasSize(1);
        assertThat(found.get(0)).startsWith(rule + " " + detail);
    }

    @Test
    @DisplayName("2.4-9 in a family in which nothing is wrong, nothing is found")
    void nothing() {
        assertThat(found(() -> {})).isEmpty();
        assertThat(family).isPositive();
    }

    @Test
    @DisplayName("2.4-9 no rule of the catalogue goes without a test of what it finds, nor without words")
    void everyRule() {
        assertThat(catalogue.rules()).extracting(Rule::id).containsExactlyInAnyOrderElementsOf(WRONG.keySet());
        for (String file : List.of("quality", "quality_en")) {
            assertThat(MessageFile.keys(file))
                    .containsAll(WRONG.keySet().stream()
                            .flatMap(id -> Stream.of("", ".found", ".mend").map(part -> "quality.rule." + id + part))
                            .toList());
        }
    }
}
