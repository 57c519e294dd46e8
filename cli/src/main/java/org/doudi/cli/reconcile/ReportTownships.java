package org.doudi.cli.reconcile;

import static org.doudi.cli.reconcile.Html.cell;
import static org.doudi.cli.reconcile.Html.text;
import static org.doudi.cli.reconcile.Words.say;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.doudi.cli.reconcile.TownshipCounts.Row;
import org.doudi.policy.Gap.Kind;

/** The table of townships, county by county. */
final class ReportTownships {
    private final TownshipCounts townships;

    ReportTownships(TownshipCounts townships) {
        this.townships = townships;
    }

    String rows() {
        Map<String, List<Row>> counties = townships.rows().stream()
                .collect(Collectors.groupingBy(row -> row.county, LinkedHashMap::new, Collectors.toList()));
        StringBuilder html = new StringBuilder();
        counties.forEach((county, rows) -> {
            rows.forEach(row -> append(html, row, ""));
            if (counties.size() > 1 && rows.size() > 1) {
                append(html, townships.total(say("report.county.total", county), rows), " class=\"sum\"");
            }
        });
        append(html, townships.total(say("report.total"), townships.rows()), " class=\"sum\"");
        return html.toString();
    }

    private static void append(StringBuilder html, Row row, String style) {
        html.append("<tr")
                .append(style)
                .append("><th scope=\"row\" class=\"nowrap\">")
                .append(text(row.name))
                .append("</th>");
        html.append(cell(row.households));
        html.append(cell(row.of(Kind.MISSING_FROM_DIBAO))).append(cell(row.of(Kind.DUE_TO_LEAVE_DIBAO)));
        html.append(cell(row.of(Kind.MISSING_FROM_REGISTER))).append(cell(row.of(Kind.FALLEN_BACK)));
        html.append(cell(row.of(Kind.DUE_TO_LEAVE_REGISTER)));
        html.append(cell(row.of(Kind.MISSING_FROM_TEKUN))).append(cell(row.of(Kind.DUE_TO_LEAVE_TEKUN)));
        html.append(cell(row.of(Kind.MISSING_LIVING_ALLOWANCE, Kind.MISSING_CARE_ALLOWANCE)));
        html.append(cell(row.of(Kind.DUE_TO_LEAVE_LIVING_ALLOWANCE, Kind.DUE_TO_LEAVE_CARE_ALLOWANCE)));
        html.append(cell(row.all()))
                .append("<td class=\"r\">")
                .append(perHundred(row))
                .append("</td>");
        html.append(cell(row.errors)).append("</tr>\n");
    }

    private static String perHundred(Row row) {
        return row.households == 0 ? "—" : String.format(Locale.ROOT, "%.2f", row.all() * 100.0 / row.households);
    }
}
