package org.doudi.server.quality.web;

import java.util.List;
import java.util.Locale;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.PartOfPage;
import org.doudi.server.identity.Scope;
import org.doudi.server.identity.WorksWithPeople;
import org.doudi.server.quality.Catalogue;
import org.doudi.server.quality.FindingQuery;
import org.doudi.server.quality.FindingQuery.Tab;
import org.doudi.server.quality.FindingRefused;
import org.doudi.server.quality.FindingView;
import org.doudi.server.quality.Findings;
import org.doudi.server.quality.Rule;
import org.doudi.server.registry.DivisionNames;
import org.doudi.server.registry.Divisions;
import org.doudi.server.shell.ListDownload;
import org.doudi.server.shell.ListDownload.Format;
import org.doudi.server.shell.ListDownload.Head;
import org.springframework.context.MessageSource;
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

/** What does not hang together, as a work list and one by one. */
@Controller
@WorksWithPeople
class FindingController {
    private static final int FARTHEST = 10_000;

    private final Findings findings;
    private final Catalogue catalogue;
    private final Divisions divisions;
    private final MessageSource messages;

    FindingController(Findings findings, Catalogue catalogue, Divisions divisions, MessageSource messages) {
        this.findings = findings;
        this.catalogue = catalogue;
        this.divisions = divisions;
        this.messages = messages;
    }

    @GetMapping("/quality")
    String list(
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "MINE") Tab tab,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        int at = Math.max(0, Math.min(page, FARTHEST));
        FindingQuery query = query(rule, tab, place);
        List<FindingView> rows = findings.list(query, at);
        model.addAttribute("query", query);
        model.addAttribute("tabs", Tab.values());
        model.addAttribute("rules", catalogue.rules());
        model.addAttribute("rows", rows);
        model.addAttribute("page", at);
        model.addAttribute("more", rows.size() == Findings.PAGE);
        model.addAttribute("divisions", divisions);
        return "quality/list";
    }

    private FindingQuery query(String rule, Tab tab, String place) {
        Area within = Scope.officer()
                .area()
                .within(place)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Rule asked = rule.isEmpty()
                ? null
                : catalogue.rule(rule).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new FindingQuery(asked, tab, within.code());
    }

    @GetMapping("/quality.xlsx")
    ResponseEntity<byte[]> file(
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "OPEN") Tab tab,
            @RequestParam(defaultValue = "") String place,
            Locale locale) {
        FindingQuery query = query(rule, tab, place);
        return ListDownload.of(
                Format.XLSX,
                Head.of(
                        key -> text(key, locale),
                        "findings",
                        "quality.title",
                        "quality.col.",
                        "county",
                        "township",
                        "village",
                        "number",
                        "head",
                        "person",
                        "rule",
                        "found",
                        "mend",
                        "owner",
                        "opened",
                        "words"),
                file -> findings.export(query, finding -> file.row(cells(finding, locale))));
    }

    private List<String> cells(FindingView finding, Locale locale) {
        DivisionNames names = divisions.names(finding.village());
        String rule = "quality.rule." + finding.rule().id();
        return List.of(
                names.county(),
                names.township(),
                names.village(),
                finding.householdNumber(),
                finding.headName() == null ? "" : finding.headName(),
                finding.personName() == null ? "" : finding.personName(),
                text(rule, locale),
                text(rule + ".found", locale, finding.detail()),
                text(rule + ".mend", locale),
                text("role." + finding.rule().owner(), locale),
                finding.openedOn().toString(),
                finding.words() == null ? "" : finding.words());
    }

    private String text(String key, Locale locale, Object... with) {
        return messages.getMessage(key, with, locale);
    }

    @GetMapping("/quality/{id}")
    String finding(@PathVariable long id, Model model) {
        FindingView finding = findings.get(id);
        model.addAttribute("finding", finding);
        model.addAttribute("names", divisions.names(finding.village()));
        model.addAttribute("mine", finding.rule().owner() == Scope.officer().role());
        model.addAttribute("shortest", Findings.SHORTEST);
        return "quality/finding";
    }

    @GetMapping("/households/{id}/quality")
    @PartOfPage
    String card(@PathVariable long id, Model model) {
        model.addAttribute("findings", findings.of(id));
        return "quality/card";
    }

    @PostMapping("/quality/{id}/false-alarm")
    String falseAlarm(@PathVariable long id, @RequestParam int version, @RequestParam(defaultValue = "") String words) {
        findings.falseAlarm(id, version, words);
        return "redirect:/quality/" + id;
    }

    @PostMapping("/quality/{id}/reopen")
    String reopen(@PathVariable long id, @RequestParam int version) {
        findings.reopen(id, version);
        return "redirect:/quality/" + id;
    }

    @ExceptionHandler(FindingRefused.class)
    ModelAndView refused(FindingRefused refusal) {
        ModelAndView page = new ModelAndView("quality/refused");
        page.addObject("why", refusal.why());
        page.setStatus(
                switch (refusal.why()) {
                    case NOTHING -> HttpStatus.NOT_FOUND;
                    case OTHER_OFFICE -> HttpStatus.FORBIDDEN;
                    case OVERTAKEN -> HttpStatus.CONFLICT;
                    case WORDS -> HttpStatus.UNPROCESSABLE_CONTENT;
                });
        return page;
    }
}
