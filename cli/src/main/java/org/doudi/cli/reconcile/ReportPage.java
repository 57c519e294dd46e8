package org.doudi.cli.reconcile;

import static org.doudi.cli.reconcile.Html.cell;
import static org.doudi.cli.reconcile.Html.count;
import static org.doudi.cli.reconcile.Html.tenThousands;
import static org.doudi.cli.reconcile.Html.text;
import static org.doudi.cli.reconcile.Html.width;
import static org.doudi.cli.reconcile.Words.say;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doudi.cli.divisions.Divisions;
import org.doudi.cli.reconcile.TownshipCounts.Row;
import org.doudi.policy.Assessor;
import org.doudi.policy.Gap;
import org.doudi.policy.Gap.Kind;

/** The page for people: one file, no scripts, nothing from outside, no name of anybody in it. */
final class ReportPage {
    private static final int TOWNSHIPS_SHOWN = 14;
    /** Narrower than this share of the chart, a number does not fit its bar. */
    private static final double NUMBER_FITS = .05;

    private final Overview result;
    private final Tally tally;
    private final TownshipCounts townships;

    ReportPage(Overview result, Divisions divisions) {
        this.result = result;
        this.tally = result.tally();
        this.townships = new TownshipCounts(result, divisions);
    }

    String html() {
        Map<String, String> values = new HashMap<>();
        ReportNotes notes = new ReportNotes(result);
        values.put("css", Html.resource("report.css"));
        values.put("asOf", Words.day(result.asOf()));
        values.put("place", text(place()));
        values.put("households", count(tally.households));
        values.put("persons", count(tally.persons));
        values.put("lead", lead());
        values.put("notes", notes.html());
        values.put("figures", figures());
        values.put("kinds", kinds());
        List<Row> worst = townships.worst(TOWNSHIPS_SHOWN);
        values.put("townsSub", subtitle(worst));
        values.put("townsSentence", sentence(worst));
        values.put("townBars", bars(worst));
        values.put("townships", new ReportTownships(townships).rows());
        ReportLists lists = new ReportLists(result);
        values.put("lists", lists.rows());
        values.put("strangers", count(result.strangers()));
        values.put("qualityHead", lists.qualityHead());
        values.put("quality", lists.qualityRows());
        values.put("parameters", notes.parameters());
        values.put("rules", Assessor.RULES);
        values.put("pack", text(result.pack().id() + " " + result.pack().version()));
        values.put("madeUp", result.lists().madeUp() ? say("report.made.up") : "");
        return Html.fill(Html.resource("report.html"), values);
    }

    private String place() {
        List<String> counties =
                townships.rows().stream().map(row -> row.county).distinct().toList();
        return counties.size() == 1 ? counties.get(0) : "";
    }

    private String lead() {
        long more = money(Kind.MISSING_FROM_DIBAO, Kind.MISSING_LIVING_ALLOWANCE, Kind.MISSING_CARE_ALLOWANCE);
        long less =
                money(Kind.DUE_TO_LEAVE_DIBAO, Kind.DUE_TO_LEAVE_LIVING_ALLOWANCE, Kind.DUE_TO_LEAVE_CARE_ALLOWANCE);
        return say(
                "report.lead",
                part(Kind.MISSING_FROM_DIBAO),
                part(Kind.MISSING_FROM_REGISTER),
                part(Kind.DUE_TO_LEAVE_DIBAO) + "、" + part(Kind.DUE_TO_LEAVE_REGISTER),
                "<b>" + tenThousands(more) + "</b>",
                "<b>" + tenThousands(less) + "</b>");
    }

    private long money(Kind... kinds) {
        long fen = 0;
        for (Kind kind : kinds) {
            fen += tally.monthlyFen(kind);
        }
        return fen;
    }

    private String part(Kind kind) {
        return say("report.lead.part", Words.gap(kind), count(tally.gaps(kind)) + " " + say("report.unit.household"));
    }

    private String figures() {
        long register = tally.gaps(Kind.MISSING_FROM_REGISTER) + tally.gaps(Kind.FALLEN_BACK);
        long living = tally.gaps(Kind.MISSING_LIVING_ALLOWANCE);
        long care = tally.gaps(Kind.MISSING_CARE_ALLOWANCE);
        long doubtful =
                result.rolls().values().stream().mapToLong(Links.Counts::review).sum();
        String household = say("report.unit.household");
        return figure(
                        "in",
                        "brand",
                        tally.gaps(Kind.MISSING_FROM_DIBAO),
                        household,
                        tenThousands(tally.monthlyFen(Kind.MISSING_FROM_DIBAO)))
                + figure(
                        "register",
                        "reg",
                        register,
                        household,
                        count(tally.gaps(Kind.MISSING_FROM_REGISTER)),
                        count(tally.gaps(Kind.FALLEN_BACK)))
                + figure(
                        "out",
                        "",
                        tally.gaps(Kind.DUE_TO_LEAVE_DIBAO),
                        household,
                        tenThousands(tally.monthlyFen(Kind.DUE_TO_LEAVE_DIBAO)))
                + figure("allowances", "brand", living + care, say("report.unit.person"), count(living), count(care))
                + figure("review", "warn", tally.pending(), say("report.unit.item"), count(doubtful));
    }

    private static String figure(String key, String colour, long number, String unit, Object... sub) {
        return "<div><h2>" + say("figure." + key) + "</h2><span class=\"big " + colour + "\">" + count(number)
                + "<small>" + unit + "</small></span><p>" + say("figure." + key + ".sub", sub) + "</p></div>";
    }

    private String kinds() {
        long most = 1;
        for (Kind kind : Kind.values()) {
            most = Math.max(most, tally.gaps(kind));
        }
        StringBuilder rows = new StringBuilder();
        for (Kind kind : Kind.values()) {
            long fen = tally.monthlyFen(kind);
            rows.append("<tr><th scope=\"row\">").append(Words.gap(kind));
            rows.append("<small class=\"en\">").append(Words.english(kind)).append("</small></th>");
            rows.append("<td class=\"bar\"><span class=\"gb")
                    .append(colour(kind))
                    .append("\" style=\"width:");
            rows.append(width(tally.gaps(kind), most)).append("\"></span></td>");
            rows.append(cell(tally.gaps(kind))).append(cell(tally.pending(kind)));
            rows.append("<td class=\"r\">")
                    .append(fen == 0 ? "—" : Words.yuan(fen))
                    .append("</td>");
            rows.append("<td class=\"opt\"><span class=\"cl\">")
                    .append(GapKinds.clause(kind).id())
                    .append("</span></td>");
            rows.append("<td class=\"nowrap opt\">").append(Words.department(GapKinds.department(kind)));
            rows.append("</td></tr>\n");
        }
        rows.append("<tr class=\"sum\"><th scope=\"row\">")
                .append(say("report.total"))
                .append("</th><td class=\"bar\"></td>");
        rows.append(cell(tally.gaps()))
                .append(cell(tally.pending()))
                .append("<td></td><td class=\"opt\"></td><td class=\"opt\"></td></tr>\n");
        return rows.toString();
    }

    private static String colour(Gap.Kind kind) {
        return switch (kind) {
            case MISSING_FROM_DIBAO, MISSING_FROM_TEKUN, MISSING_LIVING_ALLOWANCE, MISSING_CARE_ALLOWANCE -> "";
            case MISSING_FROM_REGISTER, FALLEN_BACK -> " reg";
            default -> " out";
        };
    }

    private String subtitle(List<Row> worst) {
        return worst.size() < townships.rows().size()
                ? say("report.towns.sub", String.valueOf(worst.size()))
                : say("report.towns.all");
    }

    private String sentence(List<Row> worst) {
        return worst.isEmpty()
                ? ""
                : say(
                        "report.towns.sentence",
                        text(worst.get(0).name),
                        count(worst.get(0).all()),
                        String.valueOf(townships.rows().size()),
                        count(tally.gaps()));
    }

    private static String bars(List<Row> worst) {
        long most = worst.isEmpty() ? 1 : worst.get(0).all();
        StringBuilder bars = new StringBuilder();
        for (Row row : worst) {
            bars.append("<dt>")
                    .append(text(row.name))
                    .append("</dt><dd><span class=\"s\" style=\"width:calc((100% - 52px)*");
            bars.append(String.format(java.util.Locale.ROOT, "%.4f", (double) row.all() / most))
                    .append(")\">");
            segment(bars, "c-d", row.leftOut(), row.all(), most);
            segment(bars, "c-r", row.register(), row.all(), most);
            segment(bars, "c-o", row.leaving(), row.all(), most);
            bars.append("</span><b>").append(count(row.all())).append("</b></dd>\n");
        }
        return bars.toString();
    }

    private static void segment(StringBuilder bars, String colour, long part, long all, long most) {
        if (part > 0) {
            boolean fits = (double) part / most > NUMBER_FITS;
            bars.append("<i class=\"")
                    .append(colour)
                    .append("\" style=\"width:")
                    .append(width(part, all))
                    .append("\">");
            bars.append(fits ? count(part) : "").append("</i>");
        }
    }
}
