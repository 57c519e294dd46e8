package org.doudi.server.registry;

import java.util.Map;
import org.doudi.server.registry.FactContent.Disasters;
import org.doudi.server.registry.FactContent.Insured;
import org.doudi.server.registry.FactContent.Land;
import org.doudi.server.registry.FactContent.Schooling;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a household that no rule of the law looks at.
 *
 * @param insured by the person's id
 * @param schooling by the person's id
 * @param land null where nobody told of it
 */
public record Circumstances(
        Map<Long, Insured> insured,
        Map<Long, Schooling> schooling,
        @Nullable Land land,
        Disasters disasters) {
    public Circumstances {
        insured = Map.copyOf(insured);
        schooling = Map.copyOf(schooling);
    }
}
