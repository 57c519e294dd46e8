package org.doudi.server.matching.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.doudi.linkage.table.XlsxListWriter;
import org.doudi.policy.Gap;
import org.doudi.server.identity.AnyOffice;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Scope;
import org.doudi.server.identity.WorksWithPeople;
import org.doudi.server.matching.Board;
import org.doudi.server.matching.GapQuery;
import org.doudi.server.matching.GapQuery.Tab;
import org.doudi.server.matching.GapRefused;
import org.doudi.server.matching.GapView;
import org.doudi.server.matching.Gaps;
import org.doudi.server.matching.Outcome;
import org.doudi.server.registry.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The gaps as lists and one by one, and how many there are where. */
@Controller
@WorksWithPeople
class GapController {
    private static final int FARTHEST = 100_000;
    private static final int MOST_EXPORTED = 200_000;

    private final Gaps gaps;
    private final Divisions divisions;
    private final MessageSource messages;

    GapController(Gaps gaps, Divisions divisions, MessageSource messages) {
        this.gaps = gaps;
        this.divisions = divisions;
        this.messages = messages;
    }

    @GetMapping("/gaps")
    String list(
            @RequestParam(required = false) Gap.@Nullable Kind kind,
            @RequestParam(defaultValue = "MINE") Tab tab,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        int at = Math.max(0, Math.min(page, FARTHEST));
        GapQuery query = query(kind, tab, place);
        List<GapView> rows = gaps.list(query, at);
        model.addAttribute("query", query);
        model.addAttribute("tabs", Tab.values());
        model.addAttribute("kinds", Gap.Kind.values());
        model.addAttribute("rows", rows);
        model.addAttribute("page", at);
        model.addAttribute("more", rows.size() == Gaps.PAGE);
        model.addAttribute("divisions", divisions);
        return "matching/list";
    }

    private static GapQuery query(Gap.@Nullable Kind kind, Tab tab, String place) {
        String within = place.isEmpty() ? Scope.officer().area().code() : place;
        if (!within.matches("\\d{4}|\\d{6}|\\d{9}|\\d{12}")) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return new GapQuery(kind, tab, within);
    }

    /** One kind's count in a division, and what stands there in all. */
    record Line(
            String place,
            String name,
            boolean deeper,
            List<Long> counts,
            long all,
            long overdue,
            long opened,
            long closed) {}

    @GetMapping("/gaps/board")
    @AnyOffice
    String board(@RequestParam(defaultValue = "") String below, Model model) {
        Area mine = Scope.officer().area();
        String within = below.isEmpty() ? mine.code() : below;
        if (!mine.contains(within) || !(within.equals(mine.code()) || within.matches("\\d{4}|\\d{6}|\\d{9}"))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        int digits = switch (within.length()) {
            case 4 -> 6;
            case 6 -> 9;
            default -> 12;
        };
        Board board = gaps.board(digits);
        List<String> places = board.rows().stream()
                .map(Board.Row::place)
                .filter(p -> p.startsWith(within))
                .distinct()
                .toList();
        List<Line> lines = new ArrayList<>();
        for (String place : places) {
            List<Board.Row> rows =
                    board.rows().stream().filter(r -> r.place().equals(place)).toList();
            List<Long> counts = new ArrayList<>();
            for (Gap.Kind kind : Gap.Kind.values()) {
                counts.add(rows.stream()
                        .filter(r -> r.kind() == kind)
                        .mapToLong(Board.Row::standing)
                        .sum());
            }
            lines.add(new Line(
                    place,
                    divisions.name(place).orElse(place),
                    digits < 12,
                    counts,
                    rows.stream().mapToLong(Board.Row::standing).sum(),
                    rows.stream().mapToLong(Board.Row::overdue).sum(),
                    rows.stream().mapToLong(Board.Row::opened).sum(),
                    rows.stream().mapToLong(Board.Row::closed).sum()));
        }
        long most = board.trend().stream().mapToLong(Board.Week::standing).max().orElse(0);
        model.addAttribute("lines", lines);
        model.addAttribute("kinds", Gap.Kind.values());
        model.addAttribute("trend", board.trend());
        model.addAttribute("most", Math.max(1, most));
        model.addAttribute("within", within);
        model.addAttribute(
                "upward", within.length() > mine.code().length() ? within.substring(0, upward(within)) : null);
        model.addAttribute(
                "people", WorksWithPeople.ROLES.contains(Scope.officer().role()));
        return "matching/board";
    }

    private static int upward(String code) {
        return switch (code.length()) {
            case 6 -> 4;
            case 9 -> 6;
            default -> 9;
        };
    }

    @GetMapping("/gaps/{id}")
    String gap(@PathVariable long id, Model model) {
        GapView gap = gaps.get(id);
        model.addAttribute("gap", gap);
        model.addAttribute("names", divisions.names(gap.village()));
        model.addAttribute("mine", gap.owner() == Scope.officer().role());
        model.addAttribute("outcomes", Outcome.BY_PEOPLE);
        model.addAttribute("shortest", Gaps.SHORTEST);
        return "matching/gap";
    }

    @GetMapping("/households/{id}/gaps")
    String card(@PathVariable long id, Model model) {
        model.addAttribute("gaps", gaps.of(id));
        return "matching/card";
    }

    @PostMapping("/gaps/{id}/take")
    String take(@PathVariable long id, @RequestParam int version) {
        gaps.take(id, version);
        return "redirect:/gaps/" + id;
    }

    @PostMapping("/gaps/{id}/settle")
    String settle(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam Outcome outcome,
            @RequestParam(defaultValue = "") String words) {
        gaps.settle(id, version, outcome, words);
        return "redirect:/gaps/" + id;
    }

    @PostMapping("/gaps/{id}/reopen")
    String reopen(@PathVariable long id, @RequestParam int version) {
        gaps.reopen(id, version);
        return "redirect:/gaps/" + id;
    }

    @PostMapping("/gaps/{id}/case")
    String openCase(@PathVariable long id, @RequestParam int version) {
        return "redirect:/cases/" + gaps.openCase(id, version);
    }

    @ExceptionHandler(GapRefused.class)
    ModelAndView refused(GapRefused refusal) {
        ModelAndView page = new ModelAndView("matching/refused");
        page.addObject("why", refusal.why());
        page.setStatus(
                switch (refusal.why()) {
                    case NO_GAP -> HttpStatus.NOT_FOUND;
                    case OTHER_OFFICE -> HttpStatus.FORBIDDEN;
                    case NOT_NOW, OVERTAKEN -> HttpStatus.CONFLICT;
                    case WORDS -> HttpStatus.UNPROCESSABLE_CONTENT;
                });
        return page;
    }

    @GetMapping("/gaps.xlsx")
    ResponseEntity<byte[]> file(
            @RequestParam(required = false) Gap.@Nullable Kind kind,
            @RequestParam(defaultValue = "STANDING") Tab tab,
            @RequestParam(defaultValue = "") String place,
            Locale locale)
            throws IOException {
        GapQuery query = query(kind, tab, place);
        Path file = Files.createTempFile("doudi-gaps", ".xlsx");
        try {
            List<String> header = new ArrayList<>();
            for (String column : List.of(
                    "county",
                    "township",
                    "village",
                    "number",
                    "head",
                    "person",
                    "kind",
                    "owner",
                    "state",
                    "opened",
                    "due",
                    "outcome",
                    "words",
                    "case")) {
                header.add(text("matching.col." + column, locale));
            }
            int[] rows = {0};
            try (XlsxListWriter sheet = new XlsxListWriter(file, text("matching.title", locale), header)) {
                gaps.export(query, gap -> {
                    if (rows[0]++ < MOST_EXPORTED) {
                        write(sheet, gap, locale);
                    }
                });
            }
            return ResponseEntity.ok()
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename("gaps.xlsx")
                                    .build()
                                    .toString())
                    .header(
                            HttpHeaders.CONTENT_TYPE,
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                    .body(Files.readAllBytes(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void write(XlsxListWriter sheet, GapView gap, Locale locale) {
        var names = divisions.names(gap.village());
        try {
            sheet.row(List.of(
                    names.county(),
                    names.township(),
                    names.village(),
                    gap.householdNumber(),
                    gap.headName(),
                    gap.personName() == null ? "" : gap.personName(),
                    text("matching.kind." + gap.kind(), locale),
                    text("role." + gap.owner(), locale),
                    text("matching.state." + gap.state(), locale),
                    gap.openedOn().toString(),
                    gap.dueOn().toString(),
                    gap.outcome() == null ? "" : text("matching.outcome." + gap.outcome(), locale),
                    gap.words() == null ? "" : gap.words(),
                    gap.caseNumber() == null ? "" : gap.caseNumber()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
