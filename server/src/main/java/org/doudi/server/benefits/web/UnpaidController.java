package org.doudi.server.benefits.web;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.doudi.linkage.table.CsvListWriter;
import org.doudi.linkage.table.XlsxListWriter;
import org.doudi.server.benefits.RunRefused;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.Unpaid;
import org.doudi.server.benefits.Unpaid.Why;
import org.doudi.server.benefits.UnpaidViews;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.Divisions;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
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
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<String> COLUMNS =
            List.of("place", "number", "head", "aid", "person", "yuan", "why", "detail");
    /** Spreadsheet programs in Chinese offices open a csv so. */
    private static final Charset SPREADSHEETS = Charset.forName("GB18030");

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

    /** Takes one row. */
    @FunctionalInterface
    private interface Writer {
        void row(List<String> cells) throws IOException;
    }

    /** A file that is made and read again. */
    @FunctionalInterface
    private interface Made {
        void into(Path file) throws IOException;
    }

    /** What kind of file leaves. */
    enum Ending {
        CSV,
        XLSX
    }

    @GetMapping("/unpaid/file")
    ResponseEntity<byte[]> file(
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(required = false) @Nullable Why why,
            @RequestParam(defaultValue = "XLSX") Ending ending,
            Locale locale)
            throws IOException {
        List<Unpaid> found = views.export(place, first(month), why);
        String sheet = messages.getMessage("benefits.unpaid.sheet", null, locale);
        return ending == Ending.CSV
                ? made("text/csv;charset=GB18030", "unpaid.csv", kept -> {
                    try (CsvListWriter csv = new CsvListWriter(kept, SPREADSHEETS, header(locale))) {
                        write(found, locale, csv::row);
                    }
                })
                : made(XLSX, "unpaid.xlsx", kept -> {
                    try (XlsxListWriter xlsx = new XlsxListWriter(kept, sheet, header(locale))) {
                        write(found, locale, xlsx::row);
                    }
                });
    }

    private List<String> header(Locale locale) {
        return COLUMNS.stream()
                .map(column -> messages.getMessage("benefits.unpaid.col." + column, null, locale))
                .toList();
    }

    private void write(List<Unpaid> found, Locale locale, Writer writer) throws IOException {
        for (Unpaid u : found) {
            Row row = row(u, locale);
            List<String> cells = new ArrayList<>();
            cells.add(row.place());
            cells.add(u.number());
            cells.add(u.head());
            cells.add(messages.getMessage("benefits.aid." + u.aid(), null, locale));
            cells.add(u.person() == null ? "" : u.person());
            cells.add(u.fen() == 0 ? "" : Yuan.of(u.fen()));
            cells.add(messages.getMessage("benefits.why." + u.why(), null, locale));
            cells.add(row.detail());
            writer.row(cells);
        }
    }

    private static ResponseEntity<byte[]> made(String type, String name, Made made) throws IOException {
        Path kept = Files.createTempFile("doudi-unpaid", ".tmp");
        try {
            made.into(kept);
            return ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_TYPE, type)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                    .body(Files.readAllBytes(kept));
        } finally {
            Files.deleteIfExists(kept);
        }
    }
}
