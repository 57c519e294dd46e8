package org.doudi.cli;

import java.io.IOException;
import org.doudi.policy.Household;
import org.doudi.policy.MissingParameterException;
import org.doudi.policy.json.HouseholdReader;
import org.doudi.policy.json.JsonLines;
import org.doudi.policy.json.Line;
import org.doudi.policy.simulation.Difference;
import org.doudi.policy.simulation.Simulation;

/** Puts the households of a stream through a simulation. */
public final class Simulating {
    private final Simulation simulation;
    private final Changed changed;
    private long lines;
    private long rejected;

    /** Takes a household that the reform changes. */
    @FunctionalInterface
    public interface Changed {
        /** What changes for it. */
        void take(Difference difference) throws IOException;
    }

    /** A run of this simulation. */
    public Simulating(Simulation simulation, Changed changed) {
        this.simulation = simulation;
        this.changed = changed;
    }

    /** How many lines there were. */
    public long lines() {
        return lines;
    }

    /** How many of them could not be assessed. */
    public long rejected() {
        return rejected;
    }

    /** Takes all lines. */
    public void run(JsonLines batches) throws IOException {
        HouseholdReader reader = new HouseholdReader();
        for (JsonLines.Batch batch = batches.next(); batch != null; batch = batches.next()) {
            for (int i = 0; i < batch.count(); i++) {
                lines++;
                Line line = batch.tooLong(i)
                        ? null
                        : reader.read(batch.bytes(), batch.offset(i), batch.length(i), batch.number(i));
                if (line instanceof Line.Accepted accepted) {
                    add(accepted.household());
                } else {
                    rejected++;
                }
            }
        }
    }

    private void add(Household household) throws IOException {
        Difference difference;
        try {
            difference = simulation.add(household);
        } catch (MissingParameterException | ArithmeticException e) {
            rejected++;
            return;
        }
        if (difference != null) {
            changed.take(difference);
        }
    }
}
