package org.doudi.bench.linkage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.doudi.bench.run.Child;
import org.doudi.bench.run.ChildFailed;
import org.doudi.bench.run.Cost;
import org.jspecify.annotations.Nullable;

/** The runs of one program over one set of lists. */
final class Runs {
    private final Child child;
    private final Path pairs;
    private final int times;
    private final List<Cost> costs = new ArrayList<>();
    private @Nullable String problem;

    /**
     * @param pairs where the program writes what it found
     * @param times how often it runs at most
     */
    Runs(Child child, Path pairs, int times) {
        this.child = child;
        this.pairs = pairs;
        this.times = times;
    }

    /** Runs it unless it has run often enough or failed before. */
    void run(int round) {
        if (round < times && problem == null) {
            try {
                costs.add(child.run());
            } catch (ChildFailed e) {
                problem = String.valueOf(e.getMessage());
            }
        }
    }

    Path pairs() {
        return pairs;
    }

    List<Cost> costs() {
        return List.copyOf(costs);
    }

    /** Why it could not be measured, or null. */
    @Nullable
    String problem() {
        return problem;
    }
}
