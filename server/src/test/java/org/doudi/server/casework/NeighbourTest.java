package org.doudi.server.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.NewAccount;
import org.doudi.server.identity.PlainBrowser;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.WorksWithPeople;
import org.doudi.server.identity.web.DeclaredAccess;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.RegistryFixture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Goes through every handler there is as every office of a neighbouring county, with the ids and numbers of a household, a person and a
 * case of ours in every place where one fits, and finds nothing and changes nothing. A new handler is in it by being there.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class NeighbourTest extends CaseOffice {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** Handlers that end the session of who calls them. */
    private static final Set<String> ENDS_SESSION = Set.of("/logout", "/account/password", "/account/first");

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    /** A request to a handler. */
    private record Call(RequestMethod method, String path, Map<String, String> fields) {}

    private List<String> guesses = List.of();
    private Set<String> marks = Set.of();

    private void lookAtOurs() {
        String number = atTownshipReview();
        long household = as(Role.COUNTY_OFFICER, () -> cases.get(number)).household();
        HouseholdView view = as(Role.COUNTY_OFFICER, () -> households.get(household));
        long caseId = as(Role.COUNTY_OFFICER, () -> cases.get(number)).id();
        guesses = List.of(
                number,
                Long.toString(household),
                Long.toString(view.members().get(0).person()),
                Long.toString(caseId),
                view.village(),
                view.number(),
                view.headName());
        marks = new LinkedHashSet<>(Set.of(view.number(), view.address()));
        view.members().forEach(m -> {
            marks.add(m.name());
            marks.add(m.maskedIdNumber());
        });
        marks.removeIf(String::isBlank);
    }

    private List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            // what anybody reads without signing in is no secret from a neighbour: PublicNoticeTest looks at it
            boolean ofPublic = handler.getBeanType().getPackageName().startsWith("org.doudi.server.portal");
            if (DeclaredAccess.isOurs(handler) && !ofPublic) {
                paths(info)
                        .filter(path -> !ENDS_SESSION.contains(path))
                        .forEach(path -> calls(path, info, handler, calls));
            }
        });
        return calls;
    }

    private static Stream<String> paths(RequestMappingInfo info) {
        var condition = info.getPathPatternsCondition();
        return condition == null
                ? Stream.of()
                : condition.getPatterns().stream().map(Object::toString);
    }

    private void calls(String path, RequestMappingInfo info, HandlerMethod handler, List<Call> calls) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        RequestMethod method =
                methods.isEmpty() ? RequestMethod.GET : methods.iterator().next();
        for (String guess : guesses) {
            Map<String, String> fields = new LinkedHashMap<>();
            for (Parameter parameter : handler.getMethod().getParameters()) {
                RequestParam asked = parameter.getAnnotation(RequestParam.class);
                if (asked != null) {
                    fields.put(asked.name().isEmpty() ? parameter.getName() : asked.name(), value(parameter, guess));
                }
            }
            Matcher variables = VARIABLE.matcher(path);
            String filled = variables.replaceAll(v -> Matcher.quoteReplacement(encoded(guess)));
            if (path.indexOf('{') != path.lastIndexOf('{')) {
                // the first is ours and the others are counted through
                for (String second : List.of("1", guesses.get(1), guesses.get(2))) {
                    calls.add(new Call(method, twice(path, guess, second), fields));
                }
            } else {
                calls.add(new Call(method, filled, fields));
            }
            if (path.indexOf('{') < 0 && fields.isEmpty()) {
                return;
            }
        }
    }

    private static String twice(String path, String first, String others) {
        String filled = VARIABLE.matcher(path).replaceFirst(v -> Matcher.quoteReplacement(encoded(first)));
        return VARIABLE.matcher(filled).replaceAll(v -> Matcher.quoteReplacement(encoded(others)));
    }

    private static String value(Parameter parameter, String guess) {
        if (parameter.getType().isEnum()) {
            return parameter.getType().getEnumConstants()[0].toString();
        }
        boolean small = parameter.getType() == int.class || parameter.getType() == boolean.class;
        return small ? "0" : guess;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private NewAccount account(Role role, String area) {
        return accounts.create("n-" + UUID.randomUUID().toString().substring(0, 8), "邻县", role, new Area(area));
    }

    private static HttpResponse<String> send(PlainBrowser browser, Call call, String token) {
        if (call.method() == RequestMethod.GET) {
            StringBuilder query = new StringBuilder(call.path());
            call.fields()
                    .forEach((name, value) -> query.append(query.indexOf("?") < 0 ? '?' : '&')
                            .append(name)
                            .append('=')
                            .append(encoded(value)));
            return browser.get(query.toString());
        }
        return browser.send(call.path(), call.fields(), token);
    }

    /** What is kept of our people, in one line. */
    private String kept() {
        return as(
                Role.COUNTY_OFFICER,
                () -> transaction.execute(t -> {
                    StringBuilder all = new StringBuilder();
                    for (String table : tablesWithVillage()) {
                        all.append(table)
                                .append(' ')
                                .append(jdbc.sql(
                                                "select count(*) || ' ' || coalesce(sum(hashtext(t::text)::bigint), 0) from "
                                                        + table + " t where village like '210921%'")
                                        .query(String.class)
                                        .single())
                                .append('\n');
                    }
                    return all.toString();
                }));
    }

    private List<String> tablesWithVillage() {
        return jdbc.sql("select c.table_schema || '.' || c.table_name from information_schema.columns c"
                        + " join information_schema.tables t using (table_schema, table_name)"
                        + " where c.column_name = 'village' and t.table_type = 'BASE TABLE'"
                        // a part of a table is read through the whole; by itself it is granted to nobody
                        + " and has_any_column_privilege('doudi_app', format('%I.%I', table_schema, table_name), 'select')"
                        + " order by 1")
                .query(String.class)
                .list();
    }

    @Test
    @DisplayName(
            "3.2-1 every office of a neighbouring county finds nothing of ours by any handler, and changes nothing")
    void finds() {
        lookAtOurs();
        List<Call> calls = calls();
        assertThat(calls).hasSizeGreaterThan(100);
        String before = kept();
        Set<String> told = new TreeSet<>();
        Set<String> broken = new TreeSet<>();
        for (Role role : WorksWithPeople.ROLES) {
            PlainBrowser browser = new PlainBrowser(port);
            assertThat(browser.signIn(account(role, "210922")).headers().firstValue("Location"))
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/"));
            String token = browser.token("/search");
            for (Call call : calls) {
                HttpResponse<String> answer = send(browser, call, token);
                // what was typed may stand in its own field again, so a guess is no mark in the answer to itself
                marks.stream()
                        .filter(mark -> !call.path().contains(encoded(mark))
                                && !call.fields().containsValue(mark))
                        .filter(answer.body()::contains)
                        .forEach(mark -> told.add(role + " " + call));
                if (answer.statusCode() >= 500) {
                    broken.add(role + " " + answer.statusCode() + " " + call);
                }
            }
        }
        assertThat(told).as("handlers that tell a neighbour of ours").isEmpty();
        assertThat(broken).as("handlers that break").isEmpty();
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    @DisplayName("3.2-1 the same walk by our own county finds our people, so that it would have found them")
    void wouldFind() {
        lookAtOurs();
        PlainBrowser browser = new PlainBrowser(port);
        browser.signIn(account(Role.COUNTY_OFFICER, RegistryFixture.TOWNSHIP.substring(0, 6)));
        browser.send("/households/" + guesses.get(1) + "/reason", Map.of("reason", "CHECK"), browser.token("/search"));
        Set<String> telling = new TreeSet<>();
        for (Call call : calls()) {
            if (call.method() == RequestMethod.GET) {
                String body = send(browser, call, "").body();
                if (marks.stream().anyMatch(body::contains)) {
                    telling.add(call.path());
                }
            }
        }
        assertThat(telling).hasSizeGreaterThan(6);
    }

    @Test
    @DisplayName(
            "3.2-1 row-level security is on for every table that says where it belongs, and a neighbour sees no row of one")
    void tables() {
        lookAtOurs();
        List<String> tables = tablesWithVillage();
        assertThat(tables).contains("registry.person", "casework.case_file");
        List<String> open = jdbc.sql("select n.nspname || '.' || c.relname from pg_class c"
                        + " join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p')"
                        + " and not c.relrowsecurity")
                .query(String.class)
                .list();
        assertThat(tables).doesNotContainAnyElementsOf(open);
        Map<String, Long> seen = new LinkedHashMap<>();
        RegistryFixture.as(
                Role.TOWNSHIP_CLERK,
                "210922100",
                () -> transaction.execute(t -> {
                    for (String table : tables) {
                        seen.put(
                                table,
                                jdbc.sql("select count(*) from " + table)
                                        .query(Long.class)
                                        .single());
                    }
                    return seen;
                }));
        assertThat(seen.values()).allMatch(rows -> rows == 0);
    }
}
