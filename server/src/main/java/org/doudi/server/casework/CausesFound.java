package org.doudi.server.casework;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doudi.server.casework.step.Problem;
import org.doudi.server.registry.Causes;
import org.doudi.server.registry.PovertyCause;
import org.jspecify.annotations.Nullable;

/**
 * The causes of poverty that a decision names (clause 2.1-3), or what is wrong with them.
 *
 * @param causes null where none is named
 */
record CausesFound(@Nullable Causes causes, List<Problem> problems) {
    private static final List<String> OTHERS = List.of("cause2", "cause3");

    /** Reads the fields {@code cause}, {@code cause2} and {@code cause3}, whose codes the form has checked. */
    static CausesFound read(Map<String, String> values) {
        String main = values.getOrDefault("cause", "");
        List<Problem> problems = new ArrayList<>();
        List<PovertyCause> named = new ArrayList<>();
        if (!main.isEmpty()) {
            named.add(PovertyCause.valueOf(main));
        }
        for (String field : OTHERS) {
            String code = values.getOrDefault(field, "");
            if (code.isEmpty()) {
                continue;
            }
            PovertyCause other = PovertyCause.valueOf(code);
            if (main.isEmpty()) {
                problems.add(new Problem("cause", "cause-main", List.of()));
            } else if (named.contains(other)) {
                problems.add(new Problem(field, "cause-twice", List.of()));
            }
            named.add(other);
        }
        return new CausesFound(
                named.isEmpty() || !problems.isEmpty()
                        ? null
                        : new Causes(named.get(0), named.subList(1, named.size())),
                problems);
    }

    /** In words, for what leaves the office; empty where none is named. */
    static String words(Map<String, String> values) {
        Causes causes = read(values).causes();
        return causes == null ? "" : causes.words();
    }
}
