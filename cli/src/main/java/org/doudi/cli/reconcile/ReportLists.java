package org.doudi.cli.reconcile;

import static org.doudi.cli.reconcile.Html.cell;
import static org.doudi.cli.reconcile.Html.width;
import static org.doudi.cli.reconcile.Words.say;

import java.util.ArrayList;
import java.util.List;

/** What became of the lists' rows, and the errors in them. */
final class ReportLists {
    private final Overview result;
    private final List<Roll> rolls;

    ReportLists(Overview result) {
        this.result = result;
        this.rolls = new ArrayList<>(result.rolls().keySet());
    }

    String rows() {
        StringBuilder html = new StringBuilder();
        for (Roll roll : Roll.values()) {
            html.append("<tr><th scope=\"row\">").append(Words.roll(roll));
            html.append("<small>").append(Words.department(roll.department)).append("</small></th>");
            Links.Counts counts = result.rolls().get(roll);
            if (counts == null) {
                html.append("<td colspan=\"6\">");
                html.append(say(result.lists().unreadable().contains(roll) ? "report.unreadable" : "report.absent"));
                html.append("</td></tr>\n");
                continue;
            }
            html.append(cell(counts.rowsIn())).append(cell(counts.matched())).append(cell(counts.review()));
            html.append(cell(counts.unmatched())).append(cell(counts.rejected()));
            html.append("<td><span class=\"split\" role=\"img\" aria-label=\"");
            html.append(width(counts.matched(), counts.rowsIn())).append("\">");
            part(html, "c-ok", counts.matched(), counts.rowsIn());
            part(html, "c-w", counts.review(), counts.rowsIn());
            part(html, "c-o", counts.unmatched() + counts.rejected(), counts.rowsIn());
            html.append("</span></td></tr>\n");
        }
        return html.toString();
    }

    private static void part(StringBuilder html, String colour, long part, long whole) {
        if (part > 0) {
            html.append("<i class=\"")
                    .append(colour)
                    .append("\" style=\"width:")
                    .append(width(part, whole))
                    .append("\"></i>");
        }
    }

    String qualityHead() {
        StringBuilder html = new StringBuilder();
        for (Roll roll : rolls) {
            html.append("<th scope=\"col\" class=\"r\">")
                    .append(say("short." + roll))
                    .append("</th>");
        }
        return html.toString();
    }

    String qualityRows() {
        StringBuilder html = new StringBuilder();
        for (Problem problem : Problem.values()) {
            long sum = 0;
            StringBuilder cells = new StringBuilder();
            for (Roll roll : rolls) {
                long count = result.quality().of(roll, problem);
                sum += count;
                cells.append(cell(count));
            }
            if (sum > 0) {
                html.append("<tr><th scope=\"row\">")
                        .append(say("problem." + problem))
                        .append("</th>");
                html.append(cells).append(cell(sum)).append("</tr>\n");
            }
        }
        return html.toString();
    }
}
