package org.doudi.server.changes.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.doudi.server.changes.ChangeReports;
import org.doudi.server.changes.ReportKind;
import org.doudi.server.changes.ReportRefused;
import org.doudi.server.changes.ReportRefused.Cause;
import org.doudi.server.changes.Told;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.ChangeRefused;
import org.doudi.server.registry.Effects;
import org.doudi.server.registry.GivenReasons;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.KnownSince;
import org.doudi.server.shell.Today;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Makes a report: what happened, what it would do, and then it is sent. */
@Controller
@Access({Role.VILLAGE_ASSISTANT, Role.VILLAGE_TEAM, Role.TOWNSHIP_CLERK})
class ReportController {
    private final ChangeReports reports;
    private final ReportForms forms;
    private final Effects effects;
    private final KnownSince known;
    private final GivenReasons reasons;
    private final Today today;

    ReportController(
            ChangeReports reports,
            ReportForms forms,
            Effects effects,
            KnownSince known,
            GivenReasons reasons,
            Today today) {
        this.reports = reports;
        this.forms = forms;
        this.effects = effects;
        this.known = known;
        this.reasons = reasons;
        this.today = today;
    }

    /** The kinds of which one is chosen. */
    @GetMapping("/households/{id}/report")
    String kinds(@PathVariable long id, Model model) {
        if (reasons.of(id).isEmpty()) {
            reports.household(id);
            return "redirect:/households/" + id + "/reason?to=/households/" + id + "/report";
        }
        model.addAttribute("household", reports.household(id));
        model.addAttribute("kinds", ReportKind.values());
        return "changes/kinds";
    }

    @GetMapping("/households/{id}/report/{kind}")
    String form(@PathVariable long id, @PathVariable String kind, Locale locale, Model model) {
        ReportKind what = kind(kind);
        HouseholdView household = reports.household(id);
        if (reasons.of(id).isEmpty()) {
            return "redirect:/households/" + id + "/reason?to=/households/" + id + "/report/" + what.path();
        }
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("on", today.date().toString());
        shown.put("key", UUID.randomUUID().toString());
        shown.put("stamp", known.stamp(id));
        return page(household, what, shown, locale, model);
    }

    /** Shows what it would do, or sends it. A form that was kept on a phone comes in a session that gave no reason yet; it is one itself. */
    @PostMapping("/households/{id}/report/{kind}")
    String report(
            @PathVariable long id,
            @PathVariable String kind,
            @RequestParam Map<String, String> typed,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        ReportKind what = kind(kind);
        Map<String, String> shown = new LinkedHashMap<>(typed);
        String stamp = typed.getOrDefault("stamp", "");
        String key = typed.getOrDefault("key", "");
        Told told = Told.of(what, typed);
        HouseholdView household = reports.household(id);
        reasons.give(id, "变化报告");
        if (typed.getOrDefault("do", "").equals("send")) {
            try {
                return "redirect:/changes/" + reports.send(key, id, stamp, told);
            } catch (ReportRefused e) {
                if (e.why() != Cause.OVERTAKEN && e.why() != Cause.FAULTS) {
                    throw e;
                }
                if (e.why() == Cause.OVERTAKEN) {
                    response.setStatus(HttpStatus.CONFLICT.value());
                    model.addAttribute("meanwhile", known.after(id, stamp));
                    shown.put("stamp", known.stamp(id));
                }
            } catch (ChangeRefused e) {
                // said below, by trying it
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            }
        }
        try {
            model.addAttribute("sides", effects.of(List.of(reports.outlook(id, told)), household, locale));
        } catch (ReportRefused e) {
            if (e.why() != Cause.FAULTS) {
                throw e;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("faults", e.faults());
        } catch (ChangeRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("refused", e);
        }
        return page(household, what, shown, locale, model);
    }

    private static ReportKind kind(String path) {
        return ReportKind.of(path).orElseThrow(() -> new ReportRefused(Cause.NOTHING));
    }

    private String page(
            HouseholdView household, ReportKind kind, Map<String, String> typed, Locale locale, Model model) {
        model.addAttribute("household", household);
        model.addAttribute("kind", kind);
        model.addAttribute("typed", typed);
        model.addAttribute("owner", Scope.officer().id().value());
        model.addAttribute("fields", forms.of(household, kind, locale));
        model.addAttribute("latest", today.date());
        return "changes/form";
    }
}
