package org.doudi.server.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import org.doudi.server.identity.WorksWithPeople;
import org.doudi.server.registry.GivenReasons;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.ViewReason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes the reason for looking at a household: one click, once a household and session. */
@Controller
@WorksWithPeople
class ReasonController {
    private static final int LONGEST = 200;

    private final Households households;
    private final GivenReasons reasons;

    ReasonController(Households households, GivenReasons reasons) {
        this.households = households;
        this.reasons = reasons;
    }

    @PostMapping("/households/{id}/reason")
    String give(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String words,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            HttpServletResponse response,
            Model model) {
        ViewReason kind = null;
        for (ViewReason one : ViewReason.values()) {
            kind = one.name().equals(reason) ? one : kind;
        }
        String more = words.strip();
        boolean taken = kind != null && more.length() <= LONGEST && (kind != ViewReason.OTHER || !more.isEmpty());
        if (taken && kind != null) {
            String before = reasons.of(id);
            reasons.give(id, more.isEmpty() ? kind.word() : kind.word() + "：" + more);
            if (households.find(id).isEmpty()) {
                reasons.give(id, before);
                throw HouseholdController.notFound();
            }
        } else if (households.find(id).isEmpty()) {
            throw HouseholdController.notFound();
        } else {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        fill(id, model);
        model.addAttribute("reasonMissing", !taken);
        if (htmx != null) {
            response.setStatus(HttpStatus.OK.value());
            return "registry/reason :: bar";
        }
        return taken ? "redirect:/households/" + id : "registry/reason";
    }

    private void fill(long id, Model model) {
        model.addAttribute("reasonFor", id);
        model.addAttribute("given", reasons.of(id));
        model.addAttribute("reasonKinds", ViewReason.values());
    }
}
