package org.doudi.server.benefits.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.doudi.server.benefits.Repayment;
import org.doudi.server.benefits.Repayment.Way;
import org.doudi.server.benefits.Repayments;
import org.doudi.server.benefits.RunRefused;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Receipts of what households pay back themselves: entered by one person of finance, booked by another. */
@Controller
@MoneyOffices
class RepaymentController {
    private static final int FARTHEST = 100_000;

    private final Repayments repayments;
    private final Today today;

    RepaymentController(Repayments repayments, Today today) {
        this.repayments = repayments;
        this.today = today;
    }

    @GetMapping("/repayments")
    String page(@RequestParam(defaultValue = "0") int page, Model model) {
        return fill(page, Map.of(), model, null);
    }

    private String fill(int page, Map<String, String> typed, Model model, @Nullable RunRefused refused) {
        int at = Math.max(0, Math.min(page, FARTHEST));
        List<Repayment> rows = repayments.all(at);
        model.addAttribute("rows", rows);
        model.addAttribute("page", at);
        model.addAttribute("more", rows.size() == Repayments.PAGE);
        model.addAttribute("books", Scope.officer().role() == Role.FINANCE_OFFICER);
        model.addAttribute("reader", Scope.officer().id().value());
        model.addAttribute("ways", Way.values());
        model.addAttribute("day", today.date());
        model.addAttribute("typed", typed);
        model.addAttribute("refused", refused);
        return "benefits/repayments";
    }

    private Object done(Map<String, String> typed, Model model, Runnable step) {
        return FormStep.take(step, "/repayments", model, e -> fill(0, typed, model, e));
    }

    @PostMapping("/repayments")
    @Access(Role.FINANCE_OFFICER)
    Object enter(
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "CASH") Way way,
            @RequestParam LocalDate paidOn,
            Model model) {
        return done(typed, model, () -> {
            String recovery = typed.getOrDefault("recovery", "").strip();
            if (!recovery.matches("\\d{1,18}")) {
                throw new RunRefused(Cause.NO_RUN);
            }
            repayments.enter(
                    Long.parseLong(recovery),
                    new Repayments.Receipt(
                            way,
                            Yuan.needed(typed.getOrDefault("yuan", "")),
                            paidOn,
                            FormStep.words(typed.getOrDefault("receipt", ""))));
        });
    }

    @PostMapping("/repayments/{id}/book")
    @Access(Role.FINANCE_OFFICER)
    Object book(@PathVariable long id, Model model) {
        return done(Map.of(), model, () -> repayments.book(id));
    }

    @PostMapping("/repayments/{id}/refuse")
    @Access(Role.FINANCE_OFFICER)
    Object refuse(@PathVariable long id, @RequestParam(defaultValue = "") String words, Model model) {
        return done(Map.of(), model, () -> repayments.refuse(id, FormStep.words(words)));
    }
}
