package org.doudi.server.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody says happened, as it was typed.
 *
 * @param said the fields of the kind, the day {@code on} and the proof {@code document}
 */
public record Told(ReportKind kind, Map<String, String> said) {
    private static final int LONGEST = 200;

    public Told {
        said = Map.copyOf(said);
    }

    /** Takes from a form what belongs to the kind. */
    public static Told of(ReportKind kind, Map<String, String> typed) {
        Map<String, String> said = new LinkedHashMap<>();
        for (String field : fields(kind)) {
            String text = typed.getOrDefault(field, "").strip();
            if (text.length() > LONGEST) {
                throw new ReportRefused(ReportRefused.Cause.TOO_LONG);
            }
            if (!text.isEmpty()) {
                said.put(field, text);
            }
        }
        return new Told(kind, said);
    }

    private static Iterable<String> fields(ReportKind kind) {
        List<String> all = new ArrayList<>(kind.fields());
        all.add("on");
        all.add("document");
        return all;
    }

    /** A field; empty if nothing was said. */
    public String of(String field) {
        return said.getOrDefault(field, "");
    }
}
