package org.doudi.server.benefits.store;

import java.util.List;
import org.doudi.server.benefits.AwardPart;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The parts of an amount as they lie in the tables; null for none that anybody knows. */
final class PartsText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PartsText() {}

    static @Nullable String of(List<AwardPart> parts) {
        return parts.isEmpty() ? null : JSON.writeValueAsString(parts);
    }

    static List<AwardPart> read(@Nullable String text) {
        return text == null ? List.of() : JSON.readValue(text, new TypeReference<List<AwardPart>>() {});
    }
}
