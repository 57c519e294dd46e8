package org.doudi.cluster.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.doudi.cluster.SharedSpark;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComponentsTest {
    private static final int ROWS = 300;

    /** Random graphs from sparse to dense, a long chain out of order, a star and no edge at all. */
    static Stream<List<long[]>> graphs() {
        List<List<long[]>> graphs = new ArrayList<>();
        for (int edges : new int[] {0, 40, 150, 400}) {
            Random random = new Random(edges);
            List<long[]> graph = new ArrayList<>();
            for (int i = 0; i < edges; i++) {
                int low = random.nextInt(ROWS - 1);
                graph.add(new long[] {low, low + 1 + random.nextInt(ROWS - 1 - low)});
            }
            graphs.add(graph);
        }
        List<long[]> chain = new ArrayList<>();
        List<long[]> star = new ArrayList<>();
        for (int i = 1; i < ROWS; i++) {
            int at = i * 7 % (ROWS - 1);
            chain.add(new long[] {at, at + 1L});
            star.add(new long[] {ROWS / 2 < i ? ROWS / 2 : i - 1, ROWS / 2 < i ? i : ROWS / 2});
        }
        graphs.add(chain);
        graphs.add(star);
        return graphs.stream();
    }

    @ParameterizedTest
    @MethodSource("graphs")
    @DisplayName("CLU03 one task and the rounds of many find the same components, and those are right")
    void theSameComponents(List<long[]> graph) {
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(SharedSpark.session().sparkContext());
        List<long[]> parts = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            Longs edges = new Longs();
            for (int i = part; i < graph.size(); i += 3) {
                edges.add(Components.edge((int) graph.get(i)[1], (int) graph.get(i)[0]));
            }
            parts.add(edges.array());
        }
        JavaRDD<long[]> edges = spark.parallelize(parts, 3);
        Components components = new Components(2, ROWS);

        Map<Integer, Integer> expected = components(graph);
        assertThat(labels(components.byOne(edges))).isEqualTo(expected);
        assertThat(labels(components.byMany(edges))).isEqualTo(expected);
    }

    /** Each row that hangs together with a lower one, and the lowest of those. */
    private static Map<Integer, Integer> components(List<long[]> graph) {
        int[] lowest = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            lowest[row] = row;
        }
        for (boolean moved = true; moved; ) {
            moved = false;
            for (long[] edge : graph) {
                int both = Math.min(lowest[(int) edge[0]], lowest[(int) edge[1]]);
                moved |= lowest[(int) edge[0]] != both || lowest[(int) edge[1]] != both;
                lowest[(int) edge[0]] = both;
                lowest[(int) edge[1]] = both;
            }
        }
        Map<Integer, Integer> labels = new TreeMap<>();
        for (int row = 0; row < ROWS; row++) {
            if (lowest[row] != row) {
                labels.put(row, lowest[row]);
            }
        }
        return labels;
    }

    /** A row may be its own lowest in what rounds leave; each row is told once. */
    private static Map<Integer, Integer> labels(JavaRDD<long[]> found) {
        Map<Integer, Integer> labels = new TreeMap<>();
        TreeSet<Integer> seen = new TreeSet<>();
        for (long[] part : found.collect()) {
            for (long edge : part) {
                assertThat(seen.add(Components.from(edge))).isTrue();
                labels.put(Components.from(edge), Components.to(edge));
            }
        }
        return labels;
    }
}
