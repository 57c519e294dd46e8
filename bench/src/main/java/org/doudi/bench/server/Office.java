package org.doudi.bench.server;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the clerks' accounts and their cases, through the pages, as people would. */
final class Office {
    private static final Pattern ONE_TIME = Pattern.compile("id=\"one-time-password\">([^<]+)<");
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<");
    private static final Pattern HOUSEHOLD = Pattern.compile("href=\"/households/(\\d+)\"");
    private static final Pattern CASE = Pattern.compile("/cases/([0-9-]+)");

    private final HttpClient http;
    private final String base;

    /** A clerk at the browser: signed in, with her people, her households and the cases at the door. */
    record Clerk(
            Session session, List<City.Person> people, List<String> households, ConcurrentLinkedQueue<String> cases) {}

    Office(HttpClient http, String base) {
        this.http = http;
        this.base = base;
    }

    /** Signs an officer of the demonstration in. */
    private Session demo(Path accounts, String username) throws IOException {
        for (String line : Files.readAllLines(accounts, StandardCharsets.UTF_8)) {
            String[] cells = line.split(",", -1);
            if (cells[3].equals(username)) {
                Session session = new Session(http, base);
                session.signIn(username, cells[4], Session.code(cells[5], 0));
                return session;
            }
        }
        throw new IOException("there is no account " + username);
    }

    /** Makes so many clerks, spread over the townships, and signs them in. */
    List<Clerk> clerks(Path accounts, City city, int count) throws IOException {
        Session system = demo(accounts, "system");
        Session security = demo(accounts, "security");
        List<String> townships = city.byTownship().entrySet().stream()
                .filter(e -> e.getValue().size() >= 20)
                .map(Map.Entry::getKey)
                .toList();
        if (townships.isEmpty()) {
            throw new IOException("no township has enough households");
        }
        system.get("/accounts");
        List<String> passwords = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            passwords.add(system.post("/accounts", Map.of("username", "bench." + i, "name", "办事员" + i))
                    .find(ONE_TIME));
        }
        String list = security.get("/accounts").body();
        List<Clerk> clerks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String township = townships.get(i % townships.size());
            security.post("/accounts/" + id(list, i) + "/assign", Map.of("role", "TOWNSHIP_CLERK", "area", township));
            clerks.add(new Clerk(
                    signIn("bench." + i, passwords.get(i)),
                    city.byTownship().getOrDefault(township, List.of()),
                    new ArrayList<>(),
                    new ConcurrentLinkedQueue<>()));
        }
        return clerks;
    }

    private static String id(String list, int clerk) throws IOException {
        int at = list.indexOf("bench." + clerk + "<");
        Matcher matcher = Pattern.compile("/accounts/(\\d+)/").matcher(list);
        if (at < 0 || !matcher.find(at)) {
            throw new IOException("bench." + clerk + " is not in the list of accounts");
        }
        return matcher.group(1);
    }

    /** The first steps: an own password and an authenticator; then a real sign-in. */
    private Session signIn(String username, String oneTime) throws IOException {
        Session session = new Session(http, base);
        session.signIn(username, oneTime, "");
        String secret = session.get("/account/first").find(SECRET);
        String password = "herbst-regen-" + oneTime;
        Session.Answer answer = session.post(
                "/account/first", Map.of("password", password, "repeated", password, "code", Session.code(secret, 0)));
        if (answer.status() != 302) {
            throw new IOException(username + " could not take the first steps: " + answer.status());
        }
        session.signIn(username, password, Session.code(secret, 1));
        return session;
    }

    /**
     * Finds households for a clerk by id number, and opens the cases of some.
     *
     * @param opened the cases that clerks have been given: of one household there is one case, and one clerk works on it
     */
    static int fill(Clerk clerk, int offset, int households, int cases, Set<String> opened) throws IOException {
        for (int i = 0; i < households; i++) {
            City.Person person =
                    clerk.people().get((offset + i) % clerk.people().size());
            String household =
                    clerk.session().get("/search?q=" + person.idNumber()).find(HOUSEHOLD);
            clerk.session().post("/households/" + household + "/reason", Map.of("reason", "CHECK"));
            clerk.households().add(household);
            if (i < cases) {
                Session.Answer answer = clerk.session().post("/intake", Map.of("household", household));
                Matcher matcher = CASE.matcher(answer.location());
                if (!matcher.find()) {
                    throw new IOException("no case was opened: " + answer.status());
                }
                if (opened.add(matcher.group(1))) {
                    clerk.cases().add(matcher.group(1));
                }
            }
        }
        return clerk.cases().size();
    }
}
