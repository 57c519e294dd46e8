package org.doudi.server.benefits.web;

import java.time.LocalDate;
import java.util.Map;
import org.doudi.server.benefits.RunRefused;
import org.doudi.server.benefits.RunRefused.Cause;
import org.doudi.server.benefits.files.BankLayouts;
import org.doudi.server.benefits.files.BankLayouts.Typed;
import org.doudi.server.benefits.files.FileRefused;
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
import org.springframework.web.servlet.ModelAndView;

/** The banks that a county pays through: how each wants its file, tried on made-up payments, put in force by a second person. */
@Controller
@MoneyOffices
class BankLayoutController {
    private final BankLayouts layouts;
    private final Today today;

    BankLayoutController(BankLayouts layouts, Today today) {
        this.layouts = layouts;
        this.today = today;
    }

    @GetMapping("/banks")
    String page(Model model) {
        return fill(Map.of(), model, null);
    }

    private String fill(Map<String, String> typed, Model model, @Nullable RunRefused refused) {
        model.addAttribute("layouts", layouts.all());
        model.addAttribute("enters", Scope.officer().role() == Role.FINANCE_OFFICER);
        model.addAttribute("reader", Scope.officer().id().value());
        model.addAttribute("day", today.date());
        model.addAttribute("typed", typed);
        model.addAttribute("refused", refused);
        return "benefits/banks";
    }

    private Object done(Map<String, String> typed, Model model, Runnable step) {
        return FormStep.take(step, "/banks", model, e -> fill(typed, model, e));
    }

    @PostMapping("/banks")
    @Access(Role.FINANCE_OFFICER)
    Object enter(
            @RequestParam Map<String, String> typed,
            @RequestParam LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            Model model) {
        String text = "ISO".equals(typed.get("format")) ? null : typed.getOrDefault("layout", "");
        try {
            if ("try".equals(typed.get("do"))) {
                model.addAttribute("sample", layouts.sample(text));
                return fill(typed, model, null);
            }
            return done(
                    typed, model, () -> layouts.enter(new Typed(typed.getOrDefault("name", ""), text, from, until)));
        } catch (FileRefused e) {
            model.addAttribute("refusedFile", e);
            return new ModelAndView(fill(typed, model, null), model.asMap(), MoneyRefusals.status(e));
        }
    }

    @PostMapping("/banks/{id}/confirm")
    @Access(Role.FINANCE_OFFICER)
    Object confirm(@PathVariable long id, Model model) {
        return done(Map.of(), model, () -> layouts.confirm(id));
    }

    @PostMapping("/banks/{id}/refuse")
    @Access(Role.FINANCE_OFFICER)
    Object refuse(@PathVariable long id, @RequestParam(defaultValue = "") String words, Model model) {
        return done(Map.of(), model, () -> layouts.refuse(id, FormStep.words(words)));
    }

    @PostMapping("/banks/{id}/end")
    @Access(Role.FINANCE_OFFICER)
    Object end(@PathVariable long id, @RequestParam(required = false) @Nullable LocalDate until, Model model) {
        return done(Map.of(), model, () -> {
            if (until == null) {
                throw new RunRefused(Cause.BANK_DAYS);
            }
            layouts.end(id, until);
        });
    }
}
