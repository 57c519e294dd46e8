package org.doudi.bench.server;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One clerk's work for a while: thinks, then does one thing. */
final class Shift implements Runnable {
    /** Where the form of the step begins on a case's page. */
    /** Of the work list, whether it holds a case or none. */
    private static final String WORK_LIST = "class=\"tabs\"";

    private static final String FORM = "/work\"";

    private static final Pattern FIELD = Pattern.compile("<input[^>]*>");
    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");

    private final Office.Clerk clerk;
    private final Latencies latencies;
    private final double thinkSeconds;
    private final long until;
    private final SplittableRandom random;

    Shift(Office.Clerk clerk, Latencies latencies, double thinkSeconds, long until, long seed) {
        this.clerk = clerk;
        this.latencies = latencies;
        this.thinkSeconds = thinkSeconds;
        this.until = until;
        // neighbouring seeds of Random begin alike, and two hundred clerks would all come in one moment
        this.random = new SplittableRandom(seed);
    }

    @Override
    public void run() {
        try {
            double think = random.nextDouble() * thinkSeconds;
            while (endsInTime(think)) {
                Thread.sleep((long) (think * 1000));
                act(Kind.at(random.nextInt(100)));
                think = -Math.log(1 - random.nextDouble()) * thinkSeconds;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean endsInTime(double think) {
        return System.nanoTime() + think * 1e9 < until;
    }

    private void act(Kind kind) {
        switch (kind) {
            case SEARCH -> {
                City.Person person =
                        clerk.people().get(random.nextInt(clerk.people().size()));
                String text = random.nextBoolean() ? person.idNumber() : person.name();
                look(Kind.SEARCH, "/search?q=" + Session.encoded(text), person.name());
            }
            case HOUSEHOLD -> look(Kind.HOUSEHOLD, "/households/" + any(clerk.households()), "cols");
            case WORK_LIST -> look(Kind.WORK_LIST, "/cases", WORK_LIST);
            default -> step();
        }
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Session.Answer look(Kind kind, String path, String holds) {
        try {
            Session.Answer answer = clerk.session().get(path);
            if (answer.status() == 200 && answer.body().contains(holds)) {
                latencies.took(kind, answer.millis());
            } else {
                latencies.failed(kind, "status " + answer.status());
            }
            return answer;
        } catch (UncheckedIOException e) {
            latencies.failed(kind, String.valueOf(e.getMessage()));
            return new Session.Answer(0, "", "", 0);
        }
    }

    /** Accepts an application: opens the case, ticks what the form asks, sends it. */
    private void step() {
        String number = clerk.cases().poll();
        if (number == null) {
            look(Kind.WORK_LIST, "/cases", WORK_LIST);
            return;
        }
        Session.Answer form = look(Kind.CASE, "/cases/" + number, FORM);
        if (!form.body().contains(FORM)) {
            return;
        }
        try {
            Session.Answer answer = clerk.session().post("/cases/" + number + "/work", filled(form.body()));
            if (answer.status() == 302) {
                latencies.took(Kind.STEP, answer.millis());
            } else {
                latencies.failed(Kind.STEP, "status " + answer.status() + " of " + number);
            }
        } catch (UncheckedIOException e) {
            latencies.failed(Kind.STEP, String.valueOf(e.getMessage()));
        }
    }

    /** Every box ticked, of choices the first one. */
    private static Map<String, String> filled(String page) {
        Map<String, String> values = new HashMap<>();
        Matcher field = FIELD.matcher(page.substring(page.indexOf(FORM)));
        while (field.find()) {
            String input = field.group();
            Matcher name = NAME.matcher(input);
            Matcher value = VALUE.matcher(input);
            if (name.find() && value.find() && !name.group(1).startsWith("_")) {
                values.putIfAbsent(name.group(1), value.group(1));
            }
        }
        return values;
    }
}
