package org.doudi.cli.reconcile;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.doudi.policy.Gap;

/**
 * Compares the gaps found in made-up lists with the gaps that were planted in them.
 *
 * @param planted gaps that were planted, by kind
 * @param found gaps that were found
 * @param right gaps that were found and planted
 * @param held planted gaps that wait for a decision
 */
public record TruthCheck(Map<Gap.Kind, Long> planted, Map<Gap.Kind, Long> found, Map<Gap.Kind, Long> right, long held) {
    /** Where the planted gaps are, in the folder of the lists. */
    public static final String FILE = "truth/gaps.csv";

    /**
     * Reads what was planted.
     *
     * @throws NoSuchFileException when the folder holds no truth
     */
    public static TruthCheck of(Path dir, Findings findings) throws IOException {
        Path file = dir.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        List<String> lines = Files.readAllLines(file);
        Set<String> planted = new HashSet<>(lines.subList(Math.min(1, lines.size()), lines.size()));
        Set<String> found = new HashSet<>();
        findings.gaps().forEach(gap -> found.add(key(gap)));
        Set<String> right = new HashSet<>(found);
        right.retainAll(planted);
        long held = findings.pending().stream()
                .filter(gap -> planted.contains(key(gap)))
                .count();
        return new TruthCheck(byKind(planted), byKind(found), byKind(right), held);
    }

    /** A gap as a line of the truth. */
    public static String key(GapRow gap) {
        return gap.gap().kind() + "," + gap.household() + "," + gap.person();
    }

    /** The kind that a line of the truth begins with. */
    public static Gap.Kind kind(String key) {
        return Gap.Kind.valueOf(key.substring(0, key.indexOf(',')));
    }

    private static Map<Gap.Kind, Long> byKind(Collection<String> keys) {
        Map<Gap.Kind, Long> counts = new EnumMap<>(Gap.Kind.class);
        keys.forEach(key -> counts.merge(kind(key), 1L, Long::sum));
        return counts;
    }

    /** Share of the planted gaps that were found. */
    public double recall() {
        return planted.isEmpty() ? 1 : (double) sum(right) / sum(planted);
    }

    /** Share of the found gaps that were planted. */
    public double precision() {
        return found.isEmpty() ? 1 : (double) sum(right) / sum(found);
    }

    private static long sum(Map<Gap.Kind, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Prints both shares, and the numbers by kind. */
    public void print(PrintWriter out) {
        out.printf(Locale.ROOT, "%n  %-33s %8s %8s %8s%n", "against the truth", "planted", "found", "right");
        for (Gap.Kind kind : Gap.Kind.values()) {
            out.printf(
                    Locale.ROOT,
                    "  %-33s %,8d %,8d %,8d%n",
                    kind,
                    planted.getOrDefault(kind, 0L),
                    found.getOrDefault(kind, 0L),
                    right.getOrDefault(kind, 0L));
        }
        out.printf(
                Locale.ROOT,
                "  recall %.5f, precision %.5f; %d planted gaps are held back for review%n",
                recall(),
                precision(),
                held);
    }
}
