package org.doudi.server.registry;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who should be helped against which cause, and how that stands (clauses 2.1-3, 2.1-4): households of the register, and those outside of it. */
public interface MeasureLists {
    /** Why a household should hold measures; the message {@code registry.measures.group.<group>}. A household stands in the first that fits. */
    enum Group {
        /** Poor, on the register. */
        REGISTER,
        /** On dibao, outside the register. */
        DIBAO,
        /** With a tekun person, outside the register. */
        TEKUN,
        /** With a preferential-treatment person, outside the register. */
        PREFERENTIAL
    }

    /** How its measures stand; the message {@code registry.measures.standing.<standing>}. */
    enum Standing {
        /** None is running. */
        WITHOUT,
        RUNNING,
        /** One is running of which nobody told for half a year. */
        SILENT
    }

    /** A household of the list. */
    record Line(
            long household,
            String number,
            String head,
            String village,
            Group group,
            String cause,
            long running,
            long ended,
            @Nullable LocalDate told) {}

    /** How many households of a group stand how, below a place. */
    record Count(Group group, Standing standing, long households) {}

    /** The counts below a place. */
    List<Count> counts(String place);

    /** A page of households below a place. */
    List<Line> list(Group group, Standing standing, String place, int offset, int limit);
}
