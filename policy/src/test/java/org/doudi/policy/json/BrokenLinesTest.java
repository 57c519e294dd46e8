package org.doudi.policy.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.doudi.policy.RandomHouseholds;
import org.doudi.policy.json.InputError.Code;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenLinesTest {
    private static final String GOOD = """
            {"householdId":"H","village":"210921101201","assessedOn":"2017-06-20","consent":true,\
            "members":[{"memberId":"1","birthDate":"1948-03-02","disability":{"category":"LIMB","level":2},\
            "job":{"mode":"TOWNSHIP","months":8}}],\
            "income":[{"memberId":"1","item":"WAGE","yuan":"6400.00"}],"spending":[],\
            "assets":{"financialYuan":"5000.00","houses":1},\
            "rolls":{"dibao":{"since":"2016-01-01","monthlyYuan":"310.00"},\
            "register":{"state":"LIFTED","liftedOn":"2017-05-01"},"tekun":["1"]}}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"6400.00\"|6400.00|income[0].yuan|WRONG_TYPE",
                "\"6400.00\"|\"6400.001\"|income[0].yuan|BAD_MONEY",
                "\"6400.00\"|\"-1\"|income[0].yuan|BAD_MONEY",
                "\"6400.00\"|\"1e3\"|income[0].yuan|BAD_MONEY",
                "\"6400.00\"|\"1.\"|income[0].yuan|BAD_MONEY",
                "\"6400.00\"|\".5\"|income[0].yuan|BAD_MONEY",
                "\"6400.00\"|\"\"|income[0].yuan|BAD_MONEY",
                "\"6400.00\"|\"６４\"|income[0].yuan|BAD_MONEY",
                "\"6400.00\"|\"99999999999999999999999999999999999\"|income[0].yuan|BAD_MONEY",
                "\"6400.00\"|null|income[0].yuan|WRONG_TYPE",
                "\"6400.00\"|[[[1]]]|income[0].yuan|WRONG_TYPE",
                "\"WAGE\"|\"wage\"|income[0].item|UNKNOWN_CODE",
                "\"WAGE\"|7|income[0].item|WRONG_TYPE",
                "\"item\":\"WAGE\",|~~|income[0].item|MISSING_FIELD",
                "[{\"memberId\":\"1\",\"item\"|[{\"memberId\":\"2\",\"item\"|income[0].memberId|UNKNOWN_MEMBER",
                "\"tekun\":[\"1\"]|\"tekun\":[\"9\"]|rolls.tekun[0]|UNKNOWN_MEMBER",
                "\"tekun\":[\"1\"]|\"tekun\":\"1\"|rolls.tekun|WRONG_TYPE",
                "\"consent\":true,|~~|consent|MISSING_FIELD",
                "\"consent\":true|\"consent\":\"yes\"|consent|WRONG_TYPE",
                "\"householdId\":\"H\",|~~|householdId|MISSING_FIELD",
                "\"householdId\":\"H\"|\"householdId\":7|householdId|WRONG_TYPE",
                "\"householdId\":\"H\"|\"householdId\":\"\\ud800\"|householdId|BAD_TEXT",
                "\"birthDate\":\"1948-03-02\",|~~|members[0].birthDate|MISSING_FIELD",
                "1948-03-02|1948-02-30|members[0].birthDate|BAD_DATE",
                "1948-03-02|1948-3-2|members[0].birthDate|BAD_DATE",
                "1948-03-02|2017-06-21|members[0].birthDate|DATE_AFTER_ASSESSMENT",
                "2016-01-01|2017-06-21|rolls.dibao.since|DATE_AFTER_ASSESSMENT",
                "2017-05-01|2017-06-21|rolls.register.liftedOn|DATE_AFTER_ASSESSMENT",
                ",\"liftedOn\":\"2017-05-01\"|~~|rolls.register.liftedOn|MISSING_LIFTED_ON",
                "\"state\":\"LIFTED\",|~~|rolls.register.state|MISSING_FIELD",
                "210921101201|21092110120|village|BAD_VILLAGE",
                "210921101201|33010210120x|village|BAD_VILLAGE",
                "210921101201|330102101201|village|NO_PARAMETER",
                "\"level\":2|\"level\":0|members[0].disability.level|OUT_OF_RANGE",
                "\"level\":2|\"level\":2.0|members[0].disability.level|WRONG_TYPE",
                "\"months\":8|\"months\":13|members[0].job.months|OUT_OF_RANGE",
                "\"mode\":\"TOWNSHIP\",|~~|members[0].job.mode|MISSING_FIELD",
                "\"houses\":1|\"houses\":-1|assets.houses|OUT_OF_RANGE",
                "\"houses\":1|\"houses\":99999999999999999999|assets.houses|OUT_OF_RANGE",
                "\"houses\":1|\"houses\":1,\"boats\":2|assets.boats|UNKNOWN_FIELD",
                "\"houses\":1|\"houses\":1,\"houses\":2|assets.houses|DUPLICATE_FIELD",
                "\"spending\":[]|\"spending\":[],\"spending\":[]|spending|DUPLICATE_FIELD",
                "\"spending\":[]|\"spending\":null|spending|WRONG_TYPE",
                "\"spending\":[]|\"student\":true|student|UNKNOWN_FIELD",
                "\"spending\":[]|\"guarantees\":{\"food\":null}|guarantees.food|WRONG_TYPE",
            })
    void IN1_each_mistake_is_answered_by_path_and_code(String good, @Nullable String bad, String path, Code code) {
        Map<String, @Nullable Object> answer = Json.answer(GOOD.replace(good, bad == null ? "" : bad));
        assertThat(answer).containsOnlyKeys("householdId", "errors");
        assertThat(errors(answer)).anySatisfy(error -> {
            assertThat(error).containsEntry("path", path).containsEntry("code", code.name());
        });
    }

    @Test
    void IN2_all_mistakes_of_a_line_are_answered_at_once() {
        String bad = GOOD.replace("6400.00", "x")
                .replace("\"LIMB\"", "\"LEG\"")
                .replace("true", "1")
                .replace("houses", "hovels");
        assertThat(errors(Json.answer(bad))).hasSize(4);
    }

    @Test
    void IN3_a_day_without_parameters_names_parameter_place_and_day() {
        String early = GOOD.replace("2017-06-20", "2016-06-30")
                .replace("2017-05-01", "2016-05-01")
                .replace("1948-03-02", "1948-03-02");
        Map<String, @Nullable Object> error = errors(Json.answer(early)).get(0);
        assertThat(error).containsEntry("path", "assessedOn").containsEntry("code", "NO_PARAMETER");
        assertThat(String.valueOf(error.get("message")))
                .contains("dibao.standard")
                .contains("210921101201")
                .contains("2016-06-30");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {"{\"householdId\":\"A\",|A", "[]|", "42|", "nonsense|", "{|", "{\"a\":1}{}|"})
    void IN4_a_line_that_is_not_a_household_is_answered_and_the_rest_goes_on(String bad, @Nullable String id) {
        List<String> answers = Json.answers(GOOD + "\n" + bad + "\r\n\n  \n" + GOOD);
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0)).isEqualTo(answers.get(2)).contains("\"dibao\"");
        assertThat(Json.object(answers.get(1))).containsEntry("householdId", id).containsKey("errors");
    }

    @Test
    void IN5_deep_nesting_and_huge_lines_are_answered_and_the_rest_goes_on() {
        String deep = "{\"householdId\":\"D\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        String huge = "{\"householdId\":\"L\",\"village\":\"" + "9".repeat(30_000_000) + "\"}";
        List<String> answers = Json.answers(deep + "\n" + huge + "\n" + GOOD);
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0)).contains("\"householdId\":\"D\"").contains("LIMIT_EXCEEDED");
        assertThat(answers.get(1)).contains("\"householdId\":\"L\"").contains("LINE_TOO_LONG");
        assertThat(answers.get(2)).contains("\"dibao\"");
    }

    @Test
    void IN6_a_million_digits_and_a_long_name_are_answered() {
        List<String> answers = Json.answers(GOOD.replace("\"houses\":1", "\"houses\":" + "1".repeat(500_000)) + "\n"
                + GOOD.replace("houses", "h".repeat(400_000)));
        assertThat(answers).hasSize(2).allMatch(answer -> answer.contains("errors") && answer.length() < 1000);
    }

    @Test
    void IN7_bytes_that_are_not_utf8_are_answered() {
        byte[] bytes = GOOD.replace("\"H\"", "\"H?\"").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '?' ? (byte) 0xc3 : bytes[i];
        }
        assertThat(Json.answers(bytes)).hasSize(1).allMatch(answer -> answer.contains("NOT_JSON"));
    }

    @Test
    void IN8_a_line_of_zero_bytes_is_answered() {
        assertThat(Json.answers(new byte[] {0, 0, '\n', 0})).hasSize(2).allMatch(answer -> answer.contains("NOT_JSON"));
    }

    @Property(tries = 3000)
    void FUZZ1_whatever_happens_to_a_line_it_gets_exactly_one_answer(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder line = new StringBuilder(Json.write(new RandomHouseholds(seed).next()));
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            mutate(line, random);
        }
        List<String> answers = Json.answers("{}\n" + line + "\n{}");
        assertThat(answers).hasSize(line.toString().isBlank() ? 2 : 3);
        for (String answer : answers) {
            Map<String, @Nullable Object> object = Json.object(answer);
            assertThat(object.containsKey("errors")).isNotEqualTo(object.containsKey("dibao"));
        }
    }

    private static void mutate(StringBuilder line, Random random) {
        String[] pieces = {
            "\"", "{", "}", "[", "]", ",", ":", "null", "-1", "1e9", "\\u0000", "\\", "福", "\ud83d", "true", "\"x\":1,"
        };
        int at = random.nextInt(line.length() + 1);
        switch (random.nextInt(4)) {
            case 0 -> line.insert(at, pieces[random.nextInt(pieces.length)]);
            case 1 -> line.delete(at, Math.min(line.length(), at + 1 + random.nextInt(9)));
            case 2 -> line.setLength(at);
            default -> {
                if (at < line.length() && line.charAt(at) != '\n') {
                    line.setCharAt(at, (char) (32 + random.nextInt(90)));
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, @Nullable Object>> errors(Map<String, @Nullable Object> answer) {
        return (List<Map<String, @Nullable Object>>) Objects.requireNonNull(answer.get("errors"));
    }
}
