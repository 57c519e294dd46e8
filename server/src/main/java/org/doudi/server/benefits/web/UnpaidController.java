package org.doudi.server.benefits.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.doudi.server.benefits.RunRefused;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.Unpaid;
import org.doudi.server.benefits.Unpaid.Why;
import org.doudi.server.benefits.UnpaidViews;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.Divisions;
import org.doudi.server.shell.ListDownload;
import org.doudi.server.shell.ListDownload.Format;
import org.doudi.server.shell.ListDownload.Head;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is entitled and not paid, and why: a list across an area, by reason and township, and as a file. */
@Controller
@RecoveryOffices
class UnpaidController {
    private static final int FARTHEST = 100_000;
    private static final int COUNTY = 6;
    private static final List<String> COLUMNS =
            List.of("place", "number", "head", "aid", "person", "yuan", "why", "detail");

    private final UnpaidViews views;
    private final Divisions divisions;
    private final MessageSource messages;
    private final Today today;

    UnpaidController(UnpaidViews views, Divisions divisions, MessageSource messages, Today today) {
        this.views = views;
        this.divisions = divisions;
        this.messages = messages;
        this.today = today;
    }

    /** A row with its place and reason in words. */
    record Row(Unpaid unpaid, String place, String detail) {}

    @GetMapping("/unpaid")
    String page(
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(required = false) @Nullable Why why,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            Locale locale) {
        int at = Math.max(0, Math.min(page, FARTHEST));
        LocalDate first = first(month);
        List<Row> rows = views.page(place, first, why, at).stream()
                .map(u -> row(u, locale))
                .toList();
        Map<Why, Long> counts = views.counts(place, first);
        String area = Scope.officer().area().code();
        model.addAttribute("rows", rows);
        model.addAttribute("counts", counts);
        model.addAttribute(
                "all", counts.values().stream().mapToLong(Long::longValue).sum());
        model.addAttribute("whys", Why.values());
        model.addAttribute("why", why);
        model.addAttribute("month", YearMonth.from(first));
        model.addAttribute("place", place);
        model.addAttribute("places", area.length() == COUNTY ? divisions.below(area) : List.of());
        model.addAttribute("page", at);
        model.addAttribute("more", rows.size() == UnpaidViews.PAGE);
        return "benefits/unpaid";
    }

    private LocalDate first(@Nullable YearMonth month) {
        YearMonth asked = month == null ? YearMonth.from(today.date()) : month;
        if (asked.getYear() < 2000 || asked.getYear() > 2100) {
            throw new RunRefused(Cause.NOT_A_MONTH);
        }
        return asked.atDay(1);
    }

    private Row row(Unpaid u, Locale locale) {
        String detail = u.why() == Why.HELD && !u.detail().isEmpty()
                ? messages.getMessage("benefits.hold." + u.detail(), null, u.detail(), locale)
                : u.detail();
        return new Row(u, place(u.village()), detail == null ? "" : detail);
    }

    private String place(String village) {
        return divisions.names(village).township() + divisions.names(village).village();
    }

    @GetMapping("/unpaid/file")
    ResponseEntity<byte[]> file(
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(required = false) @Nullable Why why,
            @RequestParam(defaultValue = "XLSX") Format ending,
            Locale locale) {
        List<Unpaid> found = views.export(place, first(month), why);
        List<String> columns = COLUMNS.stream()
                .map(column -> messages.getMessage("benefits.unpaid.col." + column, null, locale))
                .toList();
        return ListDownload.of(
                ending,
                new Head("unpaid", messages.getMessage("benefits.unpaid.sheet", null, locale), columns),
                file -> found.forEach(u -> file.row(cells(row(u, locale), locale))));
    }

    private List<String> cells(Row row, Locale locale) {
        Unpaid u = row.unpaid();
        return List.of(
                row.place(),
                u.number(),
                u.head(),
                messages.getMessage("benefits.aid." + u.aid(), null, locale),
                u.person() == null ? "" : u.person(),
                u.fen() == 0 ? "" : Yuan.of(u.fen()),
                messages.getMessage("benefits.why." + u.why(), null, locale),
                row.detail());
    }
}
