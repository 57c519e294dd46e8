package org.doudi.server.benefits.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doudi.server.benefits.RunRefused;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.files.Anomalies;
import org.doudi.server.benefits.files.Anomaly;
import org.doudi.server.benefits.files.Anomaly.Code;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;
import org.doudi.server.shell.ListDownload;
import org.doudi.server.shell.ListDownload.Format;
import org.doudi.server.shell.ListDownload.Head;
import org.doudi.server.shell.Today;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What is odd with the money, for the fund inspection. It names households, so it is for the county's civil affairs, who work with them and
 * answer the inspection; finance and the city see sums.
 */
@Controller
@Access({Role.COUNTY_OFFICER, Role.COUNTY_APPROVER})
class AnomalyController {
    private static final int PAGE = 50;
    private static final int FARTHEST = 100_000;
    private static final int MOST_ROWS = 5_000;
    private static final int MONTHS = 12;
    private static final Pattern HOUSEHOLDS = Pattern.compile("households (\\d+)");
    private static final Pattern MONTH = Pattern.compile("([A-Z_]+) (\\d{4}-\\d{2})-\\d{2}");

    private final Anomalies anomalies;
    private final MessageSource messages;
    private final Today today;

    AnomalyController(Anomalies anomalies, MessageSource messages, Today today) {
        this.anomalies = anomalies;
        this.messages = messages;
        this.today = today;
    }

    /** A row of the list, and what is to be looked at in words. */
    record Row(Anomaly anomaly, String what) {}

    /** The months that are asked for, as their first days. */
    private record Months(LocalDate from, LocalDate to) {}

    @GetMapping("/anomalies")
    String page(
            @RequestParam(defaultValue = "SHARED_ACCOUNT") Code code,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale locale) {
        Months months = months(from, to);
        int at = Math.max(0, Math.min(page, FARTHEST));
        List<Row> rows = anomalies.find(code, months.from(), months.to(), at * PAGE, PAGE).stream()
                .map(a -> new Row(a, what(a, locale)))
                .toList();
        model.addAttribute("code", code);
        model.addAttribute("codes", Code.values());
        model.addAttribute("from", YearMonth.from(months.from()));
        model.addAttribute("to", YearMonth.from(months.to()));
        model.addAttribute("rows", rows);
        model.addAttribute("page", at);
        model.addAttribute("more", rows.size() == PAGE);
        return "benefits/anomalies";
    }

    @GetMapping("/anomalies.csv")
    ResponseEntity<byte[]> list(
            @RequestParam(defaultValue = "SHARED_ACCOUNT") Code code,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Locale locale) {
        Months months = months(from, to);
        List<String> columns = Stream.of("kind", "household", "run", "yuan", "what")
                .map(column -> messages.getMessage("benefits.anomaly.col." + column, null, locale))
                .toList();
        return ListDownload.of(
                Format.CSV,
                new Head(code.name(), code.name(), columns),
                file -> anomalies
                        .export(code, months.from(), months.to(), MOST_ROWS)
                        .forEach(a -> file.row(List.of(
                                messages.getMessage("benefits.anomaly." + a.code(), null, locale),
                                a.number() == null ? "" : a.number(),
                                a.run() == null ? "" : Long.toString(a.run()),
                                Yuan.of(a.fen()),
                                what(a, locale)))));
    }

    private Months months(String from, String to) {
        YearMonth now = YearMonth.from(today.date());
        YearMonth first = month(from, now.minusMonths(MONTHS));
        YearMonth last = month(to, now.plusMonths(1));
        if (first.isAfter(last)) {
            throw new RunRefused(Cause.NOT_A_MONTH);
        }
        return new Months(first.atDay(1), last.atDay(1));
    }

    private static YearMonth month(String text, YearMonth otherwise) {
        try {
            YearMonth month = text.isEmpty() ? otherwise : YearMonth.parse(text);
            if (month.getYear() < 2000 || month.getYear() > 2100) {
                throw new RunRefused(Cause.NOT_A_MONTH);
            }
            return month;
        } catch (DateTimeException e) {
            throw new RunRefused(Cause.NOT_A_MONTH);
        }
    }

    private String what(Anomaly anomaly, Locale locale) {
        Matcher households = HOUSEHOLDS.matcher(anomaly.detail());
        if (households.matches()) {
            return messages.getMessage("benefits.anomaly.households", new Object[] {households.group(1)}, locale);
        }
        Matcher month = MONTH.matcher(anomaly.detail());
        return month.matches()
                ? messages.getMessage("benefits.aid." + month.group(1), null, locale) + " " + month.group(2)
                : anomaly.detail();
    }
}
