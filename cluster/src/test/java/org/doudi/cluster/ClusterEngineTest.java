package org.doudi.cluster;

import java.nio.file.Path;
import org.doudi.linkage.acceptance.AnyEngineTests;
import org.doudi.linkage.acceptance.Engine;
import org.doudi.linkage.assign.Assignment.Shape;

/** What any engine must do, done by the engine on Spark. */
class ClusterEngineTest extends AnyEngineTests {
    ClusterEngineTest() {
        super(new OnSpark());
    }

    /** The commands, on two cores and in three parts. */
    private static final class OnSpark implements Engine {
        @Override
        public void link(Path left, Path right, Path out, Shape shape) {
            if (shape == Shape.MANY_TO_ONE) {
                run("link", left, right, "--many-to-one", "--out", out, "--master", "local[2]", "--partitions", 3);
            } else {
                run("link", left, right, "--out", out, "--master", "local[2]", "--partitions", 3);
            }
        }

        @Override
        public void dedupe(Path list, Path out) {
            run("dedupe", list, "--out", out, "--master", "local[2]", "--partitions", 3);
        }

        private static void run(Object... call) {
            ClusterRun cluster = new ClusterRun();
            if (cluster.run(call) == 1) {
                throw new IllegalStateException(cluster.err());
            }
        }
    }
}
