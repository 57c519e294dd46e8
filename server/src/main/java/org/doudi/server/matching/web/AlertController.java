package org.doudi.server.matching.web;

import java.util.Arrays;
import java.util.List;
import org.doudi.policy.Assessment;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.PartOfPage;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.identity.WorksWithPeople;
import org.doudi.server.matching.Alert;
import org.doudi.server.matching.Alert.End;
import org.doudi.server.matching.Alert.State;
import org.doudi.server.matching.Alert.Way;
import org.doudi.server.matching.Alerts;
import org.doudi.server.matching.Alerts.Count;
import org.doudi.server.matching.Alerts.Tab;
import org.doudi.server.matching.GapRefused;
import org.doudi.server.matching.GapRefused.Cause;
import org.doudi.server.registry.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Alerts of households that were lifted out: by area in figures, as lists, and one by one. */
@Controller
@WorksWithPeople
class AlertController {
    private static final int FARTHEST = 10_000;

    private final Alerts alerts;
    private final Divisions divisions;

    AlertController(Alerts alerts, Divisions divisions) {
        this.alerts = alerts;
        this.divisions = divisions;
    }

    @GetMapping("/alerts")
    String list(
            @RequestParam(defaultValue = "OPEN") Tab tab,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Area area = Scope.officer().area();
        Area seen = area.within(place).orElseThrow(() -> new GapRefused(Cause.NO_GAP));
        String within = seen.code();
        int at = Math.max(0, Math.min(page, FARTHEST));
        List<Alert> rows = alerts.list(tab, within, at);
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", Tab.values());
        model.addAttribute("place", within);
        model.addAttribute("name", divisions.name(within).orElse(within));
        model.addAttribute("deeper", !seen.isVillage());
        model.addAttribute("upward", seen.upward(area).orElse(null));
        model.addAttribute("counts", alerts.counts(within));
        model.addAttribute("rows", rows);
        model.addAttribute("page", at);
        model.addAttribute("more", rows.size() == Alerts.PAGE);
        model.addAttribute("divisions", divisions);
        return "matching/alerts";
    }

    /** What waits, for the work list. */
    @GetMapping("/alerts/card")
    String card(Model model) {
        List<Count> counts = alerts.counts(Scope.officer().area().code());
        model.addAttribute("open", counts.stream().mapToLong(Count::open).sum());
        model.addAttribute(
                "confirmed", counts.stream().mapToLong(Count::confirmed).sum());
        model.addAttribute("overdue", counts.stream().mapToLong(Count::overdue).sum());
        return "matching/alerts :: card";
    }

    @GetMapping("/alerts/{id}")
    String alert(@PathVariable long id, Model model) {
        Alert alert = alerts.get(id);
        Officer me = Scope.officer();
        model.addAttribute("alert", alert);
        model.addAttribute("names", divisions.names(alert.village()));
        model.addAttribute("figure", yuan(alert.figureFen()));
        model.addAttribute("limit", yuan(alert.limitFen()));
        model.addAttribute("looks", alert.state() == State.OPEN && Alerts.LOOKERS.contains(me.role()));
        model.addAttribute("opens", alert.state() == State.CONFIRMED && alert.owner() == me.role());
        model.addAttribute("ways", Way.values());
        model.addAttribute(
                "ends", Arrays.stream(End.values()).filter(End::isFalseAlarm).toList());
        model.addAttribute("shortest", Alerts.SHORTEST);
        return "matching/alert";
    }

    private static @Nullable String yuan(@Nullable Long fen) {
        return fen == null ? null : Assessment.yuan(fen);
    }

    @PostMapping("/alerts/{id}/confirm")
    @Access({Role.VILLAGE_ASSISTANT, Role.VILLAGE_TEAM, Role.TOWNSHIP_CLERK})
    String confirm(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam Way way,
            @RequestParam(defaultValue = "") String words) {
        alerts.confirm(id, version, way, words);
        return "redirect:/alerts/" + id;
    }

    @PostMapping("/alerts/{id}/false")
    @Access({Role.VILLAGE_ASSISTANT, Role.VILLAGE_TEAM, Role.TOWNSHIP_CLERK})
    String falseAlarm(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam Way way,
            @RequestParam End why,
            @RequestParam(defaultValue = "") String words) {
        alerts.falseAlarm(id, version, way, why, words);
        return "redirect:/alerts/" + id;
    }

    @PostMapping("/alerts/{id}/case")
    String openCase(@PathVariable long id, @RequestParam int version) {
        return "redirect:/cases/" + alerts.openCase(id, version);
    }

    /** The alerts of a household, for its page. */
    @GetMapping("/households/{id}/alerts")
    @PartOfPage
    String ofHousehold(@PathVariable long id, Model model) {
        model.addAttribute("alerts", alerts.of(id));
        model.addAttribute("household", id);
        model.addAttribute("tells", Alerts.LOOKERS.contains(Scope.officer().role()));
        return "matching/alert-card";
    }
}
