package org.doudi.server.exchange;

import java.util.List;
import org.doudi.server.exchange.IncomingLists.Taken;
import org.doudi.server.matching.ListGap;
import org.doudi.server.matching.ListGaps;
import org.doudi.server.registry.ListImports;
import org.doudi.server.registry.ListImports.Row;
import org.doudi.server.registry.ListImports.RowState;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of the gaps that came of the rows of a list that was handed in, told to its sender by the keys of its rows. */
@Service
public class IncomingGaps {
    private final IncomingLists lists;
    private final ListImports imports;
    private final ListGaps gaps;

    IncomingGaps(IncomingLists lists, ListImports imports, ListGaps gaps) {
        this.lists = lists;
        this.imports = imports;
        this.gaps = gaps;
    }

    /**
     * A gap, by the sender's own key of the row.
     *
     * @param clock how the clock of the answer stands today
     */
    public record RowGap(String row, ListGap gap, ListGap.Clock clock) {}

    /** The gaps of a list, those after one. */
    @Transactional
    public List<RowGap> of(long id, long after, int limit) {
        Taken taken = lists.mine(id);
        if (taken.answers() != null) {
            // what follows of an answer is between the county that asked and the household
            return List.of();
        }
        return gaps.of(taken.listImport(), after, limit).stream()
                .map(gap -> new RowGap(key(taken.listImport(), gap.line()), gap, gap.clock(gaps.day())))
                .toList();
    }

    private String key(long listImport, int line) {
        List<Row> rows = imports.rows(listImport, RowState.ENTERED, line, 1);
        return rows.isEmpty() || rows.get(0).line() != line
                ? ""
                : rows.get(0).cells().get(0);
    }
}
