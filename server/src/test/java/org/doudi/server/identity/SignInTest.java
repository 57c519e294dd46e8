package org.doudi.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doudi.server.TestDatabase;
import org.doudi.server.database.Reach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/** The door, over HTTP on the real database. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
class SignInTest {
    private static final Area COUNTY = new Area("210921");

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Relatives relatives;

    @Autowired
    private JdbcClient jdbc;

    /** A browser at this platform. */
    private final class Browser extends PlainBrowser {
        Browser() {
            super(port);
        }
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("-").replaceFirst("^http://[^/]+", "");
    }

    private static String code(NewAccount account) {
        return OneTimeCode.at(account.totpSecret(), Instant.now());
    }

    @Test
    @DisplayName("password and code let in, and the page is the role's own")
    void letsIn() {
        NewAccount account = accounts.create("in.1", "甲", Role.SYSTEM_ADMINISTRATOR, COUNTY);
        Browser browser = new Browser();
        assertThat(location(browser.signIn("in.1", account.password(), code(account))))
                .isEqualTo("/");
        HttpResponse<String> page = browser.get("/accounts");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<h1>账号</h1>").contains("in.1");
        assertThat(page.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(v -> assertThat(v).contains("no-store"));
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(v -> assertThat(v).contains("default-src 'self'"));
        assertThat(browser.get("/actuator/prometheus").statusCode()).isEqualTo(404);
        assertThat(location(browser.post("/accounts", "/logout", Map.of()))).isEqualTo("/login?out");
        assertThat(location(browser.get("/accounts"))).isEqualTo("/login");
    }

    @Test
    @DisplayName("a wrong password, a wrong code, a code used before and an unknown name get the same answer")
    void turnsAway() {
        NewAccount account = accounts.create("out.1", "乙", Role.AUDITOR, COUNTY);
        String code = code(account);
        assertThat(location(new Browser().signIn("out.1", "wrong", code))).isEqualTo("/login?failed");
        assertThat(location(new Browser().signIn("out.1", account.password(), "000000")))
                .isEqualTo("/login?failed");
        assertThat(location(new Browser().signIn("nobody", "wrong", code))).isEqualTo("/login?failed");
        String fresh = code(account);
        assertThat(location(new Browser().signIn("out.1", account.password(), fresh)))
                .isEqualTo("/");
        assertThat(location(new Browser().signIn("out.1", account.password(), fresh)))
                .isEqualTo("/login?failed");
    }

    @Test
    @DisplayName("five failures shut the account for a while, also for the right password")
    void lockOut() {
        NewAccount account = accounts.create("lock.1", "丙", Role.AUDITOR, COUNTY);
        for (int i = 0; i < 5; i++) {
            new Browser().signIn("lock.1", "wrong", "000000");
        }
        assertThat(location(new Browser().signIn("lock.1", account.password(), code(account))))
                .isEqualTo("/login?failed");
        jdbc.sql("update identity.account set locked_until = now() - interval '1 second' where username = 'lock.1'")
                .update();
        assertThat(location(new Browser().signIn("lock.1", account.password(), code(account))))
                .isEqualTo("/");
    }

    @Test
    @DisplayName("a one-time password leads to the first steps only; after them the own password and a code let in")
    void firstSteps() {
        NewAccount maker = accounts.create("maker.1", "丁", Role.SYSTEM_ADMINISTRATOR, COUNTY);
        String password = accounts.invite("first.1", "戊");
        assertThat(location(new Browser().signIn("first.1", password, ""))).isEqualTo("/login?failed");
        accounts.assign(
                new OfficerId(jdbc.sql("select id from identity.account where username = 'first.1'")
                        .query(Long.class)
                        .single()),
                Role.AUDITOR,
                COUNTY);
        Browser browser = new Browser();
        assertThat(location(browser.signIn("first.1", password, ""))).isEqualTo("/");
        assertThat(location(browser.get("/audit"))).isEqualTo("/account/first");
        Matcher secret = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<")
                .matcher(browser.get("/account/first").body());
        assertThat(secret.find()).isTrue();
        String code = OneTimeCode.at(secret.group(1).replace(" ", ""), Instant.now());
        Map<String, String> weak = Map.of("password", "short", "repeated", "short", "code", code);
        assertThat(browser.post("/account/first", "/account/first", weak).body())
                .contains("密码太短");
        Map<String, String> good = Map.of("password", "六月的雨下在于寺镇的田里", "repeated", "六月的雨下在于寺镇的田里", "code", code);
        assertThat(location(browser.post("/account/first", "/account/first", good)))
                .isEqualTo("/login?ready");
        assertThat(location(new Browser().signIn("first.1", password, ""))).isEqualTo("/login?failed");
        assertThat(maker.officer().role()).isEqualTo(Role.SYSTEM_ADMINISTRATOR);
    }

    @Test
    @DisplayName("who may not use an address gets the answer of an address that is not there")
    void refusalsLookLikeNothing() {
        NewAccount account = accounts.create("aud.1", "己", Role.AUDITOR, COUNTY);
        Browser browser = new Browser();
        browser.signIn("aud.1", account.password(), code(account));
        assertThat(browser.get("/audit").body()).contains("<h1>日志</h1>").contains("登录");
        assertThat(browser.post("/audit", "/audit/verify", Map.of()).body()).contains("全部完整");
        assertThat(browser.get("/audit?officer=%E5%B7%B1&act=SIGNED_IN&day=2026-01-01&lang=en")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> refused = browser.get("/accounts");
        HttpResponse<String> nothing = browser.get("/nothing-here");
        assertThat(refused.statusCode()).isEqualTo(404).isEqualTo(nothing.statusCode());
        assertThat(browser.get("/actuator/prometheus").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "a clerk declares a near relative and withdraws it; who looked at a household of nobody's area is not told")
    void relatives() throws SQLException {
        NewAccount account = accounts.create("rel.1", "辛", Role.TOWNSHIP_CLERK, new Area("210921104"));
        OfficerId id = account.officer().id();
        Browser browser = new Browser();
        browser.signIn("rel.1", account.password(), code(account));
        Reach reach = TestDatabase.reach();
        try (Connection connection = DriverManager.getConnection(
                        reach.url(), reach.owner().user(), reach.owner().password());
                Statement statement = connection.createStatement()) {
            statement.execute("insert into registry.household (id, number, village, formed_on) values"
                    + " (900000003, 'r3', '210921104201', '2017-01-01')");
        }
        Map<String, String> fields = Map.of("household", "900000003", "kinship", "SIBLING");
        assertThat(location(browser.post("/relatives", "/relatives", fields))).isEqualTo("/relatives");
        assertThat(browser.get("/relatives").body()).contains("900000003").contains("兄弟姐妹");
        assertThat(relatives.isRelative(id, 900000003)).isTrue();
        browser.post("/relatives", "/relatives/900000003/withdraw", Map.of());
        assertThat(relatives.isRelative(id, 900000003)).isFalse();
        browser.post("/relatives", "/relatives", Map.of("household", "4711", "kinship", "SIBLING"));
        assertThat(relatives.isRelative(id, 4711)).isFalse();
        assertThat(browser.get("/households/4711/readers").statusCode()).isEqualTo(404);
        try (Connection connection = DriverManager.getConnection(
                        reach.url(), reach.owner().user(), reach.owner().password());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into registry.household (id, number, village, formed_on) values"
                            + " (900000001, 'r1', '210921104201', '2017-01-01'), (900000002, 'r2', '210921105201', '2017-01-01')");
        }
        assertThat(browser.get("/households/900000001/readers").body()).doesNotContain("谁看过");
        browser.post("/search", "/households/900000001/reason", Map.of("reason", "CHECK"));
        assertThat(browser.get("/households/900000001/readers").body()).contains("谁看过");
        assertThat(browser.get("/households/900000002/readers").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("pages before the sign-in make no session; programs get 401 and a problem, not a page")
    void anonymous() {
        Browser browser = new Browser();
        assertThat(browser.get("/login").body()).contains("<h1>登录</h1>");
        assertThat(browser.hasSession()).isFalse();
        assertThat(location(browser.get("/accounts"))).isEqualTo("/login");
        assertThat(browser.get("/api/v1/cases").statusCode()).isEqualTo(401);
        assertThat(browser.get("/api/v1/cases").headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(browser.get("/login?failed=%00").statusCode()).isEqualTo(400);
        assertThat(browser.get("/actuator/health").statusCode()).isEqualTo(404);
        assertThat(browser.get("/assets/doudi.css").statusCode()).isEqualTo(200);
        assertThat(browser.hasSession()).isFalse();
    }

    @Test
    @DisplayName("the third session of an account ends the first; shutting the account ends them all")
    void sessions() {
        NewAccount account = accounts.create("many.1", "庚", Role.SYSTEM_ADMINISTRATOR, COUNTY);
        Browser[] browsers = {new Browser(), new Browser(), new Browser()};
        for (Browser browser : browsers) {
            jdbc.sql("update identity.account set totp_step = 0 where username = 'many.1'")
                    .update();
            browser.signIn("many.1", account.password(), code(account));
        }
        assertThat(location(browsers[0].get("/accounts"))).isEqualTo("/login?ended");
        assertThat(browsers[1].get("/accounts").statusCode()).isEqualTo(200);
        accounts.lock(account.officer().id());
        assertThat(location(browsers[1].get("/accounts"))).isEqualTo("/login?ended");
        assertThat(location(browsers[2].get("/accounts"))).isEqualTo("/login?ended");
    }
}
