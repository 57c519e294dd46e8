package org.doudi.bench.score;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * How good the pairs of one run are, pair by pair.
 *
 * @param found distinct pairs that were written
 * @param right pairs of them that are one person
 * @param truePairs pairs of rows, one from each list, that are one person
 * @param tiers pairs and wrong pairs for each word in the column of that name; empty without the column
 */
public record Score(long found, long right, long truePairs, Map<String, long[]> tiers) {
    public double precision() {
        return found == 0 ? 0 : (double) right / found;
    }

    public double recall() {
        return truePairs == 0 ? 0 : (double) right / truePairs;
    }

    public double f1() {
        return found + truePairs == 0 ? 0 : 2.0 * right / (found + truePairs);
    }

    /**
     * Reads the pairs in a file whose first two columns are the keys of the left and the right row.
     *
     * @param truth a directory with left.truth.csv and right.truth.csv
     */
    public static Score of(Path pairs, Path truth) {
        try {
            Truth left = Truth.read(truth.resolve("left.truth.csv"));
            Truth right = Truth.read(truth.resolve("right.truth.csv"));
            return of(pairs, left, right);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Score of(Path pairs, Truth left, Truth right) throws IOException {
        long[] seen = new long[1 << 16];
        int count = 0;
        Map<String, long[]> tiers = new TreeMap<>();
        try (BufferedReader reader = Files.newBufferedReader(pairs, StandardCharsets.UTF_8)) {
            String header = reader.readLine();
            int tierColumn =
                    header == null ? -1 : Arrays.asList(header.split(",")).indexOf("tier");
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",", Math.max(3, tierColumn + 2));
                int l = left.row(unquoted(cells[0]));
                int r = right.row(unquoted(cells[1]));
                if (l < 0 || r < 0) {
                    throw new IllegalArgumentException(
                            pairs + " has a pair of rows that the truth does not know: " + line);
                }
                if (count == seen.length) {
                    seen = Arrays.copyOf(seen, count * 2);
                }
                seen[count++] = (long) l << 32 | r;
                if (tierColumn >= 0) {
                    long[] tier = tiers.computeIfAbsent(unquoted(cells[tierColumn]), unused -> new long[2]);
                    tier[0]++;
                    tier[1] += left.entity(l) == right.entity(r) ? 0 : 1;
                }
            }
        }
        return count(Arrays.copyOf(seen, count), left, right, tiers);
    }

    private static Score count(long[] pairs, Truth left, Truth right, Map<String, long[]> tiers) {
        Arrays.parallelSort(pairs);
        long found = 0;
        long good = 0;
        for (int i = 0; i < pairs.length; i++) {
            if (i == 0 || pairs[i] != pairs[i - 1]) {
                found++;
                good += left.entity((int) (pairs[i] >>> 32)) == right.entity((int) pairs[i]) ? 1 : 0;
            }
        }
        int bound = Math.max(left.bound(), right.bound());
        int[] leftRows = left.rowsOfEntities(bound);
        int[] rightRows = right.rowsOfEntities(bound);
        long truePairs = 0;
        for (int entity = 0; entity < bound; entity++) {
            truePairs += (long) leftRows[entity] * rightRows[entity];
        }
        return new Score(found, good, truePairs, tiers);
    }

    private static String unquoted(String cell) {
        return cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
                ? cell.substring(1, cell.length() - 1)
                : cell;
    }
}
