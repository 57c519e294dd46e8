package org.doudi.server.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.web.DeclaredAccess;
import org.doudi.server.portal.Notice.Proposed;
import org.doudi.server.portal.Notice.Receiving;
import org.doudi.server.portal.Notices;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What anybody reads without signing in: the notice, and not a word more. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PublicNoticeTest extends CaseOffice {
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Notices notices;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private CaseFile file(String number) {
        return as(Role.COUNTY_OFFICER, () -> cases.get(number));
    }

    private void enter(long household, RollEntry entry) {
        as(Role.COUNTY_OFFICER, () -> {
            rolls.enter(household, entry, today.date(), "test", "test");
            return household;
        });
    }

    @Test
    @DisplayName(
            "2.4-11 3.5-4 no public page holds an id number, telephone, address, birthday or a minor's name of anybody")
    void nothingElse() {
        String number = atTownshipReview();
        work(Role.TOWNSHIP_REVIEWER, number, agreed(number, Role.TOWNSHIP_REVIEWER), Map.of());
        work(Role.TOWNSHIP_CLERK, number, Map.of("place", "公开栏"), Map.of("proof", new Picture("image/png", PHOTO)));
        // everybody receives everything, so that whatever a page can show of anybody is shown
        LocalDate day = today.date();
        Set<String> villages = new TreeSet<>();
        Set<Long> flooded = new TreeSet<>();
        as(
                        Role.COUNTY_OFFICER,
                        () -> transaction.execute(
                                t -> jdbc.sql("select id, village from registry.household order by id")
                                        .query((row, i) -> Map.entry(row.getLong(1), row.getString(2)))
                                        .list()))
                .forEach(h -> {
                    villages.add(h.getValue());
                    flooded.add(h.getKey());
                    enter(h.getKey(), RollEntry.dibao(day, 10000));
                });
        List<String[]> persons = RegistryFixture.persons();
        long child = minor(persons);
        String codes = String.join(" ", villages);
        Set<String> pages = new TreeSet<>(Set.of("2109", "210921", RegistryFixture.TOWNSHIP));
        pages.addAll(villages);
        String all = handlers().stream()
                .flatMap(pattern -> pattern.contains("{")
                        ? pages.stream().map(code -> pattern.replaceAll("\\{[^}]*}", code))
                        : List.of(pattern).stream())
                .map(path -> get(path).body())
                .collect(Collectors.joining("\n"));
        // other tests on this database read whole rolls
        flooded.forEach(household -> as(Role.COUNTY_OFFICER, () -> {
            rolls.leave(household, Roll.DIBAO, null, day, "test", "test");
            return household;
        }));
        assertThat(child).isPositive();
        Set<String> adults =
                persons.stream().filter(p -> !isMinor(p)).map(p -> p[3]).collect(Collectors.toSet());
        List<String> leaks = new ArrayList<>();
        for (String[] p : persons) {
            for (int column : new int[] {4, 6, 9, 10}) {
                if (!p[column].isEmpty() && all.contains(p[column])) {
                    leaks.add(p[column]);
                }
            }
            if (isMinor(p) && !adults.contains(p[3]) && all.contains(p[3])) {
                leaks.add(p[3]);
            }
        }
        assertThat(leaks).isEmpty();
        // the pages are not empty: the head of the case hangs out, and many receive
        assertThat(all).contains(file(number).headName()).contains("100.00").contains(codes.substring(0, 12));
    }

    /** The open handlers' addresses of the portal, as the platform has them. */
    private List<String> handlers() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(e -> e.getValue().getBeanType().getPackageName().startsWith("org.doudi.server.portal")
                        && DeclaredAccess.of(e.getValue()) instanceof DeclaredAccess.Declaration.Open)
                .flatMap(e -> e.getKey().getPatternValues().stream())
                .toList();
    }

    private boolean isMinor(String[] person) {
        return LocalDate.parse(person[6]).plusYears(18).isAfter(today.date());
    }

    /** Puts a minor on the tekun roll, whose own name would be shown. */
    private long minor(List<String[]> persons) {
        String[] minor = persons.stream().filter(this::isMinor).findFirst().orElseThrow();
        return as(Role.COUNTY_OFFICER, () -> {
            Map.Entry<Long, Long> found = transaction.execute(t -> jdbc.sql(
                            "select p.id, m.household from registry.person p join registry.membership m on m.person = p.id"
                                    + " where p.name = ? and p.birth = ? and m.known_to is null limit 1")
                    .params(minor[3], LocalDate.parse(minor[6]))
                    .query((row, i) -> Map.entry(row.getLong(1), row.getLong(2)))
                    .single());
            long person = found.getKey();
            rolls.enter(found.getValue(), RollEntry.of(Roll.TEKUN, person, today.date()), today.date(), "test", "test");
            return person;
        });
    }

    @Test
    @DisplayName("2.4-11 a case hangs out from its posting to its last day, and is gone when it is taken down")
    void proposed() {
        String number = atTownshipReview();
        work(Role.TOWNSHIP_REVIEWER, number, agreed(number, Role.TOWNSHIP_REVIEWER), Map.of());
        String village = file(number).village();
        assertThat(notices.village(village).proposed())
                .extracting(Proposed::number)
                .doesNotContain(number);
        work(Role.TOWNSHIP_CLERK, number, Map.of("place", "公开栏"), Map.of("proof", new Picture("image/png", PHOTO)));
        Proposed shown = notices.village(village).proposed().stream()
                .filter(p -> p.number().equals(number))
                .findFirst()
                .orElseThrow();
        assertThat(shown.to()).isEqualTo(today.date().plusDays(6));
        assertThat(shown.members()).isPositive();
        today.forward(7);
        work(Role.TOWNSHIP_CLERK, number, Map.of("takenDown", "yes"), Map.of());
        assertThat(notices.village(village).proposed())
                .extracting(Proposed::number)
                .doesNotContain(number);
        assertThat(notices.county(COUNTY).proposed())
                .extracting(Proposed::number)
                .doesNotContain(number);
    }

    @Test
    @DisplayName(
            "2.4-11 who leaves the roll is off the public list at the next reading, though the page was read before")
    void takenDown() {
        String number = open();
        long household = file(number).household();
        String village = file(number).village();
        enter(household, RollEntry.dibao(today.date(), 77701));
        HttpResponse<String> before = get("/notice/" + village);
        assertThat(before.statusCode()).isEqualTo(200);
        assertThat(before.body()).contains("777.01");
        String tag = before.headers().firstValue("ETag").orElseThrow();
        assertThat(get("/notice/" + village, "If-None-Match", tag).statusCode()).isEqualTo(304);
        as(Role.COUNTY_OFFICER, () -> {
            rolls.leave(household, Roll.DIBAO, null, today.date(), "test", "moved away");
            return number;
        });
        HttpResponse<String> after = get("/notice/" + village, "If-None-Match", tag);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body()).doesNotContain("777.01");
        assertThat(notices.village(village).dibao())
                .extracting(Receiving::monthlyYuan)
                .doesNotContain("777.01");
    }

    @Test
    @DisplayName("a public page is not for search engines, keeps no copy, and hostile addresses are not found")
    void headers() {
        HttpResponse<String> page = get("/notice/" + RegistryFixture.TOWNSHIP);
        assertThat(page.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-cache");
        assertThat(get("/robots.txt").body()).contains("Disallow: /");
        for (String code :
                List.of("0", "210921100999", "999999", "2109211", "%27%20or%201=1", "210921100202%00", "..%2f..")) {
            assertThat(get("/notice/" + code).statusCode()).as(code).isIn(400, 404);
        }
    }

    @Test
    @DisplayName("without a scope the database shows nothing but what the portal's functions give out")
    void nothingWithoutScope(@Autowired JdbcClient outside) {
        for (String table :
                List.of("registry.person", "registry.household", "registry.roll_entry", "casework.case_file")) {
            assertThat(outside.sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    @DisplayName("2.4-11 how a name is written follows the rule of the day, and a minor's is never written out")
    void masked() {
        assertThat(masked("刘玉珍", 1950, "2017-06-20")).isEqualTo("刘玉珍");
        assertThat(masked("刘玉珍", 1950, "2021-11-01")).isEqualTo("刘*珍");
        assertThat(masked("刘珍", 1950, "2021-11-01")).isEqualTo("刘*");
        assertThat(masked("刘玉珍", 2005, "2017-06-20")).isEqualTo("刘某");
        assertThat(masked("刘玉珍", 2010, "2022-06-20")).isEqualTo("刘某");
        assertThat(masked("刘玉珍", 1950, "2013-01-01")).isEqualTo("刘某");
    }

    private String masked(String name, int born, String day) {
        return jdbc.sql("select portal.masked(?, ?, ?)")
                .params(name, LocalDate.of(born, 5, 1), LocalDate.parse(day))
                .query(String.class)
                .single();
    }
}
