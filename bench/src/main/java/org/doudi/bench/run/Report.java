package org.doudi.bench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.doudi.bench.run.Row.Verdict;
import org.jspecify.annotations.Nullable;

/** Collects what was measured; the table and the file are written from it. */
public final class Report {
    private final List<Figure> figures = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<String> details = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    public Figure add(String name, String unit, List<Double> values) {
        Figure figure = new Figure(name, unit, values);
        figures.add(figure);
        return figure;
    }

    public Figure add(String name, String unit, double value) {
        return add(name, unit, List.of(value));
    }

    /** Something a reader must know to read the figures rightly. */
    public void note(String text) {
        if (!notes.contains(text)) {
            notes.add(text);
        }
    }

    /** Doudi against a peer: Doudi's figure may be at most so many times the peer's. Without a limit the line only informs. */
    public void atMost(String measure, Figure doudi, String peerName, Figure peer, @Nullable Double limit) {
        double ratio = doudi.median() / peer.median();
        rows.add(new Row(
                measure,
                doudi.text(),
                peerName + " " + peer.text(),
                times(ratio),
                limit == null ? "" : "at most " + times(limit),
                limit == null ? Verdict.NO_GOAL : verdict(ratio <= limit)));
    }

    /** Doudi against a peer: the peer's figure must be at least so many times Doudi's. */
    public void timesFaster(String measure, Figure doudi, String peerName, Figure peer, @Nullable Double least) {
        double ratio = peer.median() / doudi.median();
        rows.add(new Row(
                measure,
                doudi.text(),
                peerName + " " + peer.text(),
                times(ratio) + " faster",
                least == null ? "" : "at least " + times(least) + " faster",
                least == null ? Verdict.NO_GOAL : verdict(ratio >= least)));
    }

    /** Doudi alone: the figure may not be more than this. */
    public void upTo(String measure, Figure doudi, double limit) {
        String goal = "at most " + new Figure("", doudi.unit(), List.of(limit)).text();
        rows.add(new Row(measure, doudi.text(), "", "", goal, verdict(doudi.median() <= limit)));
    }

    /** A quality from 0 to 1: at least this, and above the best peer. */
    public void quality(String measure, Figure doudi, String peerName, @Nullable Figure peer, double least) {
        boolean above = peer == null || doudi.median() > peer.median();
        rows.add(new Row(
                measure,
                doudi.text(),
                peer == null ? "" : peerName + " " + peer.text(),
                peer == null ? "" : String.format(Locale.ROOT, "%+.5f", doudi.median() - peer.median()),
                "at least " + least + (peer == null ? "" : ", above every peer"),
                verdict(doudi.median() >= least && above)));
    }

    /** Whether something holds. */
    public void holds(String measure, String doudi, String peer, String goal, boolean holds) {
        rows.add(new Row(measure, doudi, peer, "", goal, verdict(holds)));
    }

    /** A line that informs. */
    public void inform(String measure, String doudi, String peer) {
        rows.add(new Row(measure, doudi, peer, "", "", Verdict.NO_GOAL));
    }

    /** A line for what could not be measured, with the reason as a note. */
    public void missing(String measure, String why) {
        rows.add(new Row(measure, "", "", "", "", Verdict.NOT_MEASURED));
        note(measure + " was not measured: " + why);
    }

    /** A ready line that stands below the table, such as one engine's figures side by side. */
    public void detail(String line) {
        details.add(line);
    }

    public Optional<Figure> figure(String name) {
        return figures.stream().filter(figure -> figure.name().equals(name)).findFirst();
    }

    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    public List<Row> rows() {
        return List.copyOf(rows);
    }

    public List<String> details() {
        return List.copyOf(details);
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }

    private static Verdict verdict(boolean met) {
        return met ? Verdict.MET : Verdict.MISSED;
    }

    static String times(double ratio) {
        return String.format(Locale.ROOT, ratio >= 100 ? "%,.0f×" : ratio >= 10 ? "%.1f×" : "%.2f×", ratio);
    }
}
