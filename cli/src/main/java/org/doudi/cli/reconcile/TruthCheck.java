package org.doudi.cli.reconcile;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.doudi.policy.Gap;

/** Compares the gaps found in made-up lists with the gaps that were planted in them. */
public final class TruthCheck {
    private final Set<String> planted = new HashSet<>();
    private final Set<String> found = new HashSet<>();
    private long held;

    /**
     * Reads what was planted.
     *
     * @throws NoSuchFileException when the folder holds no truth
     */
    public TruthCheck(Path dir, Reconciled result) throws IOException {
        Path file = dir.resolve("truth/gaps.csv");
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        List<String> lines = Files.readAllLines(file);
        planted.addAll(lines.subList(Math.min(1, lines.size()), lines.size()));
        result.tally().gaps.forEach(gap -> found.add(key(gap)));
        held = result.tally().pending.stream()
                .filter(gap -> planted.contains(key(gap)))
                .count();
    }

    private static String key(GapRow gap) {
        return gap.gap().kind() + "," + gap.household() + "," + gap.person();
    }

    /** Share of the planted gaps that were found. */
    public double recall() {
        return planted.isEmpty() ? 1 : (double) hits() / planted.size();
    }

    /** Share of the found gaps that were planted. */
    public double precision() {
        return found.isEmpty() ? 1 : (double) hits() / found.size();
    }

    private long hits() {
        return found.stream().filter(planted::contains).count();
    }

    private static long of(Set<String> gaps, Gap.Kind kind) {
        return gaps.stream().filter(gap -> gap.startsWith(kind + ",")).count();
    }

    /** Prints both shares, and the numbers by kind. */
    public void print(PrintWriter out) {
        out.printf(Locale.ROOT, "%n  %-33s %8s %8s %8s%n", "against the truth", "planted", "found", "right");
        Set<String> right = new HashSet<>(found);
        right.retainAll(planted);
        for (Gap.Kind kind : Gap.Kind.values()) {
            out.printf(
                    Locale.ROOT, "  %-33s %,8d %,8d %,8d%n", kind, of(planted, kind), of(found, kind), of(right, kind));
        }
        out.printf(
                Locale.ROOT,
                "  recall %.5f, precision %.5f; %d planted gaps are held back for review%n",
                recall(),
                precision(),
                held);
    }
}
