package org.doudi.server.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import org.doudi.server.audit.HouseholdsInSight;
import org.doudi.server.identity.WorksWithPeople;
import org.doudi.server.registry.GivenReasons;
import org.doudi.server.registry.ViewReason;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks the reason for looking at a household, once a household and session, before anything of it is shown. */
@Controller
@WorksWithPeople
class ReasonController {
    private static final int LONGEST = 200;

    private final HouseholdsInSight inSight;
    private final GivenReasons reasons;

    ReasonController(HouseholdsInSight inSight, GivenReasons reasons) {
        this.inSight = inSight;
        this.reasons = reasons;
    }

    @GetMapping("/households/{id}/reason")
    String ask(@PathVariable long id, @RequestParam(defaultValue = "") String to, Model model) {
        seen(id);
        return page(id, to, model);
    }

    private void seen(long id) {
        if (!inSight.sees(id)) {
            throw HouseholdController.notFound();
        }
    }

    private static String page(long id, String to, Model model) {
        model.addAttribute("reasonFor", id);
        model.addAttribute("to", place(id, to));
        model.addAttribute("reasonKinds", ViewReason.values());
        return "registry/reason";
    }

    /** Where one wanted to go: a page of this household, and no other place. */
    private static String place(long id, String to) {
        String own = "/households/" + id;
        return to.matches(own + "(/[a-z0-9/-]*)?([?][A-Za-z0-9=&.%_-]*)?") ? to : own;
    }

    @PostMapping("/households/{id}/reason")
    String give(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response,
            Model model) {
        seen(id);
        ViewReason kind = null;
        for (ViewReason one : ViewReason.values()) {
            kind = one.name().equals(reason) ? one : kind;
        }
        String more = words.strip();
        if (kind == null || more.length() > LONGEST || (kind == ViewReason.OTHER && more.isEmpty())) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("reasonMissing", true);
            model.addAttribute("chosen", kind);
            model.addAttribute("said", more);
            return page(id, to, model);
        }
        reasons.give(id, more.isEmpty() ? kind.word() : kind.word() + "：" + more);
        return "redirect:" + place(id, to);
    }
}
