package org.doudi.cli.reconcile;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found about some households, in their order: row by row, and counted. The findings of parts, put together in their order, are
 * those of the whole.
 */
public final class Findings implements Serializable {
    private final Tally tally = new Tally();
    private final Quality quality = new Quality();
    private final List<GapRow> gaps = new ArrayList<>();
    private final List<GapRow> pending = new ArrayList<>();
    private final List<InputProblem> problems = new ArrayList<>();

    void add(GapFinder.Found found) {
        tally.add(found);
        gaps.addAll(found.certain());
        pending.addAll(found.pending());
    }

    /** A line that is no household that can be assessed. */
    void notComputed() {
        tally.notComputed++;
    }

    void problem(InputProblem problem) {
        problems.add(problem);
    }

    void addAll(Findings later) {
        tally.addAll(later.tally);
        quality.addAll(later.quality);
        gaps.addAll(later.gaps);
        pending.addAll(later.pending);
        problems.addAll(later.problems);
    }

    /** The counts. */
    public Tally tally() {
        return tally;
    }

    /** Errors in the lists that the households' facts show. */
    public Quality quality() {
        return quality;
    }

    /** Gaps that are certain. */
    public List<GapRow> gaps() {
        return gaps;
    }

    /** Gaps that wait for a decision. */
    public List<GapRow> pending() {
        return pending;
    }

    /** Lines that could not be used. */
    public List<InputProblem> problems() {
        return problems;
    }
}
