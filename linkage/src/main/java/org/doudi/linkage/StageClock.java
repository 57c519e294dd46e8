package org.doudi.linkage;

import java.util.LinkedHashMap;
import java.util.Map;

/** Seconds spent in each stage. */
public final class StageClock {
    private final Progress progress;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private String stage = "";
    private long began;

    /** A clock that tells of each stage as it begins. */
    public StageClock(Progress progress) {
        this.progress = progress;
    }

    /** The stage before ends and this one begins. */
    public void begin(String name) {
        end();
        stage = name;
        began = System.nanoTime();
        progress.stage(name);
    }

    /** The stage ends. */
    public void end() {
        if (!stage.isEmpty()) {
            seconds.merge(stage, (System.nanoTime() - began) / 1e9, Double::sum);
            stage = "";
        }
    }

    /** Seconds by stage, in the order in which they began. */
    public Map<String, Double> seconds() {
        return seconds;
    }
}
