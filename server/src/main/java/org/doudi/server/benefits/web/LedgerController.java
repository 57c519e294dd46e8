package org.doudi.server.benefits.web;

import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.doudi.server.benefits.Journal;
import org.doudi.server.benefits.JournalEntry;
import org.doudi.server.benefits.Runs;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The county's pool: what is in it, every entry, and the proof that everything adds up to nothing. */
@Controller
@MoneyOffices
class LedgerController {
    private static final int FARTHEST = 100_000;
    private static final int LONGEST = 100;

    private final Journal journal;
    private final Runs runs;
    private final Divisions divisions;

    LedgerController(Journal journal, Runs runs, Divisions divisions) {
        this.journal = journal;
        this.runs = runs;
        this.divisions = divisions;
    }

    @GetMapping("/ledger")
    String page(@RequestParam(defaultValue = "0") int page, Model model) {
        return fill(page, model, null);
    }

    private String fill(int page, Model model, @Nullable String wrong) {
        int at = Math.max(0, Math.min(page, FARTHEST));
        String county = Scope.officer().area().code();
        List<JournalEntry> entries = journal.entries(county, at);
        model.addAttribute("county", divisions.name(county).orElse(county));
        model.addAttribute("balances", journal.balances(county));
        model.addAttribute("entries", entries);
        model.addAttribute("more", entries.size() == Journal.PAGE);
        model.addAttribute("proof", journal.proof(county));
        model.addAttribute("page", at);
        model.addAttribute("deposits", Scope.officer().role() == Role.FINANCE_OFFICER);
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("wrong", wrong);
        return "benefits/ledger";
    }

    @PostMapping("/ledger/deposit")
    @Access(Role.FINANCE_OFFICER)
    Object deposit(
            @RequestParam(defaultValue = "") String yuan,
            @RequestParam(defaultValue = "") String words,
            @RequestParam String key,
            Model model) {
        OptionalLong fen = Yuan.typed(yuan);
        boolean told = !words.isBlank() && words.length() <= LONGEST;
        if (fen.isEmpty() || fen.getAsLong() == 0 || !told) {
            fill(0, model, told ? "amount" : "words");
            return new ModelAndView("benefits/ledger", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        runs.deposit(Scope.officer().area().code(), fen.getAsLong(), FormStep.key(key), words.strip());
        return "redirect:/ledger";
    }
}
