package org.doudi.server.reverification.web;

import java.util.ArrayList;
import java.util.List;
import org.doudi.server.exchange.CheckRequests;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.Divisions;
import org.doudi.server.registry.Divisions.Division;
import org.doudi.server.registry.ListKind;
import org.doudi.server.reverification.Category;
import org.doudi.server.reverification.EconomicChecks;
import org.doudi.server.reverification.Fallout;
import org.doudi.server.reverification.MassRun;
import org.doudi.server.reverification.MassRuns;
import org.doudi.server.reverification.Reverification;
import org.doudi.server.reverification.Samples;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Re-verification of many at once: begun, watched, stopped, and what it leaves to people. */
@Controller
@Access({Role.TOWNSHIP_CLERK, Role.TOWNSHIP_REVIEWER, Role.COUNTY_OFFICER, Role.COUNTY_APPROVER})
class MassRunController {
    private final MassRuns runs;
    private final EconomicChecks checks;
    private final Divisions divisions;

    MassRunController(MassRuns runs, EconomicChecks checks, Divisions divisions) {
        this.runs = runs;
        this.checks = checks;
        this.divisions = divisions;
    }

    @GetMapping("/mass-checks")
    String list(Model model) {
        Officer me = Scope.officer();
        String code = me.area().code();
        List<Division> places = new ArrayList<>();
        if (code.length() > 4) {
            divisions.name(code).ifPresent(n -> places.add(new Division(code, n)));
        }
        places.addAll(divisions.below(code));
        model.addAttribute("runs", runs.list());
        model.addAttribute("places", places);
        model.addAttribute("categories", Category.values());
        model.addAttribute("starts", Samples.DRAW.contains(me.role()));
        model.addAttribute("asks", me.role() == Role.COUNTY_OFFICER);
        model.addAttribute("receivers", me.role() == Role.COUNTY_OFFICER ? checks.receivers() : List.of());
        model.addAttribute("kinds", CheckRequests.ANSWERS);
        return "reverification/mass";
    }

    /** Asks a department to check those who are due. */
    @PostMapping("/mass-checks/ask")
    @Access(Role.COUNTY_OFFICER)
    String ask(
            @RequestParam(defaultValue = "") String place,
            @RequestParam Department receiver,
            @RequestParam ListKind kind) {
        return "redirect:/checks/" + checks.ask(place, receiver, kind);
    }

    @GetMapping("/mass-checks/{id}")
    String run(@PathVariable long id, @RequestParam(required = false) @Nullable Fallout reason, Model model) {
        MassRun run = runs.get(id);
        model.addAttribute("run", run);
        model.addAttribute("reason", reason);
        List<Reverification> rows = runs.left(run, reason);
        model.addAttribute("rows", rows);
        model.addAttribute("checked", checks.standing(rows));
        model.addAttribute("divisions", divisions);
        model.addAttribute("starts", Samples.DRAW.contains(Scope.officer().role()));
        return "reverification/mass-run";
    }

    /** How far it came, fetched by the page while it runs. */
    @GetMapping("/mass-checks/{id}/progress")
    String progress(@PathVariable long id, Model model) {
        model.addAttribute("run", runs.get(id));
        return "reverification/mass-run :: progress";
    }

    @PostMapping("/mass-checks")
    @Access({Role.COUNTY_OFFICER, Role.TOWNSHIP_REVIEWER})
    String start(
            @RequestParam(defaultValue = "") String place,
            @RequestParam(required = false) @Nullable Category category) {
        return "redirect:/mass-checks/" + runs.start(place, category);
    }

    @PostMapping("/mass-checks/{id}/stop")
    @Access({Role.COUNTY_OFFICER, Role.TOWNSHIP_REVIEWER})
    String stop(@PathVariable long id, @RequestParam int version) {
        runs.stop(id, version);
        return "redirect:/mass-checks/" + id;
    }

    @PostMapping("/mass-checks/{id}/go-on")
    @Access({Role.COUNTY_OFFICER, Role.TOWNSHIP_REVIEWER})
    String goOn(@PathVariable long id, @RequestParam int version) {
        runs.goOn(id, version);
        return "redirect:/mass-checks/" + id;
    }
}
