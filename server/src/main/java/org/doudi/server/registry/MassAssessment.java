package org.doudi.server.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.doudi.policy.Assessment;
import org.doudi.policy.parameters.ParameterPack;

/** Decides many households at once by what is stored; for the platform's own work, in sets. */
public interface MassAssessment {
    /**
     * What the rules say of a household.
     *
     * @param persons the persons behind the members' numbers
     */
    record Assessed(Assessment assessment, Map<String, Long> persons) {
        public Assessed {
            persons = Map.copyOf(persons);
        }
    }

    /** What the rules say of a household with the parameters in force, and with others. */
    record Both(Assessment before, Assessment after) {}

    /** The households of a place that there are, by id, after one, so many at most. */
    List<Long> next(String place, long after, int most);

    /** Decides households as {@link #assess} does, and with other parameters. One entry in the trail tells of all of them. */
    Map<Long, Both> compare(List<Long> households, ParameterPack other, LocalDate asOf, Instant knownOn);

    /**
     * Decides the households of one's area among these. Left out is one that is gone, of which nothing is known, whose record does not hang together, or for
     * whose day or place the rules have no parameters. One entry in the trail tells of all of them.
     */
    Map<Long, Assessed> assess(List<Long> households, LocalDate asOf, Instant knownOn);
}
