package org.doudi.cluster;

import org.doudi.linkage.acceptance.AnyEngineTests;

/** What any engine must do, done by the engine on Spark. */
class ClusterEngineTest extends AnyEngineTests {
    ClusterEngineTest() {
        super(new OnSpark());
    }
}
