package org.doudi.server.matching.web;

import java.util.List;
import org.doudi.policy.Gap;
import org.doudi.server.identity.PartOfPage;
import org.doudi.server.identity.Scope;
import org.doudi.server.identity.WorksWithPeople;
import org.doudi.server.matching.GapQuery;
import org.doudi.server.matching.GapQuery.Tab;
import org.doudi.server.matching.GapView;
import org.doudi.server.matching.Gaps;
import org.doudi.server.matching.Outcome;
import org.doudi.server.registry.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The gaps as lists and one by one, and what is done with them. */
@Controller
@WorksWithPeople
class GapController {
    private static final int FARTHEST = 100_000;

    private final Gaps gaps;
    private final Divisions divisions;

    GapController(Gaps gaps, Divisions divisions) {
        this.gaps = gaps;
        this.divisions = divisions;
    }

    @GetMapping("/gaps")
    String list(
            @RequestParam(required = false) Gap.@Nullable Kind kind,
            @RequestParam(defaultValue = "MINE") Tab tab,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        int at = Math.max(0, Math.min(page, FARTHEST));
        GapQuery query = query(kind, tab, place);
        List<GapView> rows = gaps.list(query, at);
        model.addAttribute("query", query);
        model.addAttribute("tabs", Tab.values());
        model.addAttribute("kinds", Gap.Kind.values());
        model.addAttribute("rows", rows);
        model.addAttribute("page", at);
        model.addAttribute("more", rows.size() == Gaps.PAGE);
        model.addAttribute("divisions", divisions);
        model.addAttribute(
                "decidesPairs", PairController.ROLES.contains(Scope.officer().role()));
        return "matching/list";
    }

    /** A query in one's area, or a bad request. */
    static GapQuery query(Gap.@Nullable Kind kind, Tab tab, String place) {
        return new GapQuery(kind, tab, Within.place(place));
    }

    @GetMapping("/gaps/{id}")
    String gap(@PathVariable long id, Model model) {
        GapView gap = gaps.get(id);
        model.addAttribute("gap", gap);
        model.addAttribute("names", divisions.names(gap.village()));
        model.addAttribute("mine", gap.owner() == Scope.officer().role());
        model.addAttribute("outcomes", Outcome.BY_PEOPLE);
        model.addAttribute("shortest", Gaps.SHORTEST);
        return "matching/gap";
    }

    @GetMapping("/households/{id}/gaps")
    @PartOfPage
    String card(@PathVariable long id, Model model) {
        model.addAttribute("gaps", gaps.of(id));
        return "matching/card";
    }

    @PostMapping("/gaps/{id}/take")
    String take(@PathVariable long id, @RequestParam int version) {
        gaps.take(id, version);
        return "redirect:/gaps/" + id;
    }

    @PostMapping("/gaps/{id}/settle")
    String settle(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam Outcome outcome,
            @RequestParam(defaultValue = "") String words) {
        gaps.settle(id, version, outcome, words);
        return "redirect:/gaps/" + id;
    }

    @PostMapping("/gaps/{id}/reopen")
    String reopen(@PathVariable long id, @RequestParam int version) {
        gaps.reopen(id, version);
        return "redirect:/gaps/" + id;
    }

    @PostMapping("/gaps/{id}/case")
    String openCase(@PathVariable long id, @RequestParam int version) {
        return "redirect:/cases/" + gaps.openCase(id, version);
    }
}
