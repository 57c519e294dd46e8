package org.doudi.server.benefits.web;

import java.util.ArrayList;
import java.util.List;
import org.doudi.server.benefits.RunFigures;

/**
 * A bar of the chart of differences: what comes in goes to the right of the middle, what falls away to the left.
 *
 * @param at where the bar begins, in the units of the drawing
 * @param width its length
 * @param top its upper edge
 */
public record Bar(RunFigures.Change change, long at, long width, long top) {
    private static final int MIDDLE = 300;
    private static final int LONGEST = 200;
    private static final int STEP = 34;

    /** The bars of what changed, from above to below. */
    public static List<Bar> of(List<RunFigures.Change> changes) {
        List<RunFigures.Change> shown =
                changes.stream().filter(c -> !"SAME".equals(c.change())).toList();
        long most = shown.stream().mapToLong(c -> Math.abs(c.fen())).max().orElse(1);
        List<Bar> bars = new ArrayList<>();
        for (RunFigures.Change c : shown) {
            long width = Math.max(1, Math.abs(c.fen()) * LONGEST / Math.max(1, most));
            bars.add(new Bar(c, c.fen() < 0 ? MIDDLE - width : MIDDLE, width, (long) bars.size() * STEP + 4));
        }
        return bars;
    }

    /** Whether it goes to the left. */
    public boolean isLess() {
        return change.fen() < 0;
    }

    /** Where the words about how much begin or end. */
    public long label() {
        return isLess() ? at - 6 : at + width + 6;
    }

    /** How high a drawing of that many bars is. */
    public static int height(int bars) {
        return Math.max(1, bars) * STEP;
    }
}
