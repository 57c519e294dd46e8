package org.doudi.cluster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.doudi.linkage.acceptance.Engine;
import org.doudi.linkage.assign.Assignment.Shape;

/** The engine on Spark: the commands, on two cores and in three parts. */
final class OnSpark implements Engine {
    @Override
    public void link(Path left, Path right, Path out, Shape shape) {
        run(shape, List.of("link", left, right, "--out", out));
    }

    @Override
    public void dedupe(Path list, Path out) {
        run(Shape.ONE_TO_ONE, List.of("dedupe", list, "--out", out));
    }

    @Override
    public void link(Path config, Path left, Path right, Path out, Shape shape) {
        run(shape, List.of("link", left, right, "--config", config, "--out", out));
    }

    @Override
    public void dedupe(Path config, Path list, Path out) {
        run(Shape.ONE_TO_ONE, List.of("dedupe", list, "--config", config, "--out", out));
    }

    private static void run(Shape shape, List<Object> call) {
        List<Object> whole = new ArrayList<>(call);
        if (shape == Shape.MANY_TO_ONE) {
            whole.add("--many-to-one");
        }
        whole.addAll(List.of("--master", "local[2]", "--partitions", 3));
        ClusterRun cluster = new ClusterRun();
        if (cluster.run(whole.toArray()) == 1) {
            throw new IllegalStateException(cluster.err());
        }
    }
}
