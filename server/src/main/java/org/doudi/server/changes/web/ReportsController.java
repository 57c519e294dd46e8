package org.doudi.server.changes.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.doudi.server.changes.ChangeReport;
import org.doudi.server.changes.ChangeReports;
import org.doudi.server.changes.ChangeReports.Tab;
import org.doudi.server.changes.ReportRefused;
import org.doudi.server.changes.SentBack;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.identity.WorksWithPeople;
import org.doudi.server.registry.ChangeRefused;
import org.doudi.server.registry.Divisions;
import org.doudi.server.registry.Effects;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.KnownSince;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reports as lists and one by one: the receipt for who sent it, the decision for the office that answers for it. */
@Controller
@WorksWithPeople
class ReportsController {
    private static final int FARTHEST = 10_000;

    private final ChangeReports reports;
    private final ReportForms forms;
    private final Effects effects;
    private final KnownSince known;
    private final Divisions divisions;

    ReportsController(
            ChangeReports reports, ReportForms forms, Effects effects, KnownSince known, Divisions divisions) {
        this.reports = reports;
        this.forms = forms;
        this.effects = effects;
        this.known = known;
        this.divisions = divisions;
    }

    @GetMapping("/changes")
    String list(
            @RequestParam(required = false) @Nullable Tab tab,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Officer me = Scope.officer();
        int at = Math.max(0, Math.min(page, FARTHEST));
        Tab shown = tab != null ? tab : ChangeReports.REPORTERS.contains(me.role()) ? Tab.MINE : Tab.TO_DECIDE;
        List<ChangeReport> rows = reports.list(shown, at);
        model.addAttribute("tab", shown);
        model.addAttribute("tabs", Tab.values());
        model.addAttribute("rows", rows);
        model.addAttribute("page", at);
        model.addAttribute("more", rows.size() == ChangeReports.PAGE);
        model.addAttribute("divisions", divisions);
        model.addAttribute("reports", ChangeReports.REPORTERS.contains(me.role()));
        return "changes/list";
    }

    /** What waits, for the work list. */
    @GetMapping("/changes/card")
    String card(Model model) {
        model.addAttribute("waiting", reports.waiting());
        return "changes/list :: card";
    }

    @GetMapping("/changes/{id}")
    String report(@PathVariable long id, Locale locale, Model model) {
        return page(id, locale, model);
    }

    private String page(long id, Locale locale, Model model) {
        ChangeReports.Whole whole = reports.get(id);
        ChangeReport report = whole.report();
        Officer me = Scope.officer();
        boolean mine = report.sender().officer() == me.id().value();
        model.addAttribute("report", report);
        model.addAttribute("names", divisions.names(report.village()));
        model.addAttribute("mine", mine);
        model.addAttribute("owner", me.id().value());
        model.addAttribute("decides", reports.decides(report));
        model.addAttribute("withdraws", mine && report.state() == ChangeReport.State.SENT);
        model.addAttribute("reasons", SentBack.values());
        model.addAttribute("shortest", ChangeReports.SHORTEST);
        model.addAttribute("document", whole.told().of("document"));
        boolean open = report.state() == ChangeReport.State.SENT;
        if (open) {
            HouseholdView household = reports.household(report.household());
            model.addAttribute("stamp", known.stamp(report.household()));
            model.addAttribute("said", said(whole, forms.of(household, report.kind(), locale)));
            try {
                model.addAttribute(
                        "sides",
                        effects.of(List.of(reports.outlook(report.household(), whole.told())), household, locale));
            } catch (ChangeRefused e) {
                model.addAttribute("refused", e);
            } catch (ReportRefused e) {
                model.addAttribute("faults", e.faults());
            }
        }
        return "changes/report";
    }

    /** What was said, in words: codes by their words, the rest as it was typed. */
    private static Map<String, String> said(ChangeReports.Whole whole, List<ReportForms.Field> fields) {
        Map<String, String> said = new LinkedHashMap<>();
        for (ReportForms.Field field : fields) {
            String text = whole.told().of(field.name());
            String word = field.choices().stream()
                    .filter(c -> c.code().equals(text))
                    .map(ReportForms.Choice::word)
                    .findFirst()
                    .orElse(text);
            if (!word.isEmpty()) {
                said.put(field.name(), field.name().equals("idNumber") ? masked(word) : word);
            }
        }
        return said;
    }

    private static String masked(String idNumber) {
        String plain = idNumber.replace(" ", "");
        return plain.length() == 18 ? plain.substring(0, 6) + "********" + plain.substring(14) : "…";
    }

    @PostMapping("/changes/{id}/accept")
    @Access({Role.COUNTY_OFFICER, Role.TOWNSHIP_CLERK, Role.TOWNSHIP_REVIEWER})
    String accept(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String stamp,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        try {
            reports.accept(id, version, stamp);
        } catch (ChangeRefused e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(id, locale, model);
        }
        return "redirect:/changes/" + id;
    }

    @PostMapping("/changes/{id}/return")
    @Access({Role.COUNTY_OFFICER, Role.TOWNSHIP_CLERK, Role.TOWNSHIP_REVIEWER})
    String sendBack(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam SentBack reason,
            @RequestParam(defaultValue = "") String words) {
        reports.sendBack(id, version, reason, words);
        return "redirect:/changes/" + id;
    }

    @PostMapping("/changes/{id}/withdraw")
    @Access({Role.VILLAGE_ASSISTANT, Role.VILLAGE_TEAM, Role.TOWNSHIP_CLERK})
    String withdraw(@PathVariable long id, @RequestParam int version) {
        reports.withdraw(id, version);
        return "redirect:/changes/" + id;
    }
}
