package org.doudi.server.registry.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.doudi.server.registry.Causes;
import org.doudi.server.registry.ListColumn;
import org.doudi.server.registry.ListImports.Problem;
import org.doudi.server.registry.PovertyCause;
import org.jspecify.annotations.Nullable;

/**
 * The causes of poverty that a row names, or why they cannot be understood.
 *
 * @param causes null where the row names none
 */
record SaidCauses(@Nullable Causes causes, @Nullable Problem problem) {
    /** Reads them; one cell may name several, the main one first. */
    static SaidCauses of(Function<ListColumn, String> cell) {
        Set<PovertyCause> named = new LinkedHashSet<>();
        for (ListColumn column : List.of(ListColumn.CAUSE, ListColumn.SECOND_CAUSE, ListColumn.THIRD_CAUSE)) {
            for (String word : cell.apply(column).split("[、,，;；/\\s]+", -1)) {
                if (word.isEmpty() || word.equals("无")) {
                    continue;
                }
                PovertyCause cause = PovertyCause.of(word).orElse(null);
                if (cause == null) {
                    return new SaidCauses(null, Problem.UNKNOWN_CAUSE);
                }
                named.add(cause);
            }
            if (column == ListColumn.CAUSE
                    && named.isEmpty()
                    && !cell.apply(ListColumn.SECOND_CAUSE).isEmpty()) {
                return new SaidCauses(null, Problem.NO_CAUSE);
            }
        }
        if (named.isEmpty()) {
            return new SaidCauses(null, null);
        }
        List<PovertyCause> all = List.copyOf(named);
        return all.size() > 1 + Causes.MOST_OTHERS
                ? new SaidCauses(null, Problem.UNKNOWN_CAUSE)
                : new SaidCauses(new Causes(all.get(0), all.subList(1, all.size())), null);
    }
}
