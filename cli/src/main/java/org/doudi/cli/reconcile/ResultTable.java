package org.doudi.cli.reconcile;

import java.io.PrintWriter;
import java.util.Locale;
import org.doudi.policy.Gap;

/** The short table that a command prints at its end. */
public final class ResultTable {
    private final Overview result;

    public ResultTable(Overview result) {
        this.result = result;
    }

    /** Prints it, and where the files are. */
    public void print(PrintWriter out, String folder) {
        Tally tally = result.tally();
        out.printf("%,d households, %,d people as of %s%n%n", tally.households, tally.persons, result.asOf());
        out.printf("  %-33s %8s %8s  %s%n", "gap", "certain", "pending", "差距");
        for (Gap.Kind kind : Gap.Kind.values()) {
            out.printf("  %-33s %,8d %,8d  %s%n", kind, tally.gaps(kind), tally.pending(kind), Words.gap(kind));
        }
        out.printf("  %-33s %,8d %,8d%n%n", "all", tally.gaps(), tally.pending());
        for (Roll roll : Roll.values()) {
            Links.Counts c = result.rolls().get(roll);
            if (c == null) {
                String why = result.lists().unreadable().contains(roll)
                        ? "could not be used, see errors.csv"
                        : "no such list";
                out.printf("  %s: %s; gaps of this roll are not claimed%n", roll.stem(), why);
            } else {
                out.printf(
                        "  %-13s %,9d rows in = %,9d linked + %,6d in review + %,6d to nobody + %,4d rejected%n",
                        roll.stem(), c.rowsIn(), c.matched(), c.review(), c.unmatched(), c.rejected());
            }
        }
        out.println();
        if (tally.notComputed > 0) {
            out.printf("%,d households could not be computed; see errors.csv%n", tally.notComputed);
        }
        if (result.problems() > 0) {
            out.printf("%,d cells, rows or files could not be used; see errors.csv%n", result.problems());
        }
        StringBuilder times = new StringBuilder();
        result.seconds()
                .forEach((step, seconds) -> times.append(String.format(Locale.ROOT, "  %s %.1f s", step, seconds)));
        out.printf("Time:%s%n", times);
        out.printf("Report: %s%n", folder + "/" + ResultFiles.PAGE);
    }
}
