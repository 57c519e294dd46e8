package org.doudi.server.quality.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.doudi.server.identity.AnyOffice;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Scope;
import org.doudi.server.identity.WorksWithPeople;
import org.doudi.server.quality.Catalogue;
import org.doudi.server.quality.Findings;
import org.doudi.server.quality.Rule;
import org.doudi.server.quality.Scores;
import org.doudi.server.quality.Scores.OfRule;
import org.doudi.server.registry.Divisions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** How well the data hang together where, and the catalogue of the rules: without people. */
@Controller
@AnyOffice
class ScoreController {
    private final Findings findings;
    private final Catalogue catalogue;
    private final Divisions divisions;

    ScoreController(Findings findings, Catalogue catalogue, Divisions divisions) {
        this.findings = findings;
        this.catalogue = catalogue;
        this.divisions = divisions;
    }

    /** A rule with how it fares. */
    record Line(Rule rule, OfRule fares) {}

    private static boolean worksWithPeople() {
        return WorksWithPeople.ROLES.contains(Scope.officer().role());
    }

    @GetMapping("/quality/scores")
    String scores(@RequestParam(defaultValue = "") String below, Model model) {
        Area mine = Scope.officer().area();
        Area at = mine.within(below).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Scores scores = findings.scores(at.digitsBelow());
        model.addAttribute(
                "places",
                scores.places().stream()
                        .filter(place -> at.contains(place.place()))
                        .toList());
        model.addAttribute("trend", scores.trend());
        model.addAttribute(
                "most",
                Math.max(
                        1,
                        scores.trend().stream()
                                .mapToLong(Scores.Week::standing)
                                .max()
                                .orElse(0)));
        model.addAttribute("rules", lines(at));
        model.addAttribute("deeper", at.digitsBelow() > at.code().length() && at.digitsBelow() < 12);
        model.addAttribute("upward", at.upward(mine).orElse(null));
        model.addAttribute("divisions", divisions);
        model.addAttribute("people", worksWithPeople());
        return "quality/scores";
    }

    @GetMapping("/quality/rules")
    String rules(Model model) {
        model.addAttribute("rules", lines(Scope.officer().area()));
        model.addAttribute("household", catalogue.household());
        model.addAttribute("people", worksWithPeople());
        return "quality/rules";
    }

    private List<Line> lines(Area place) {
        Map<String, OfRule> fares =
                findings.byRule(place).stream().collect(Collectors.toMap(OfRule::rule, Function.identity()));
        return catalogue.rules().stream()
                .map(rule -> new Line(rule, fares.getOrDefault(rule.id(), new OfRule(rule.id(), 0, 0, 0))))
                .toList();
    }
}
