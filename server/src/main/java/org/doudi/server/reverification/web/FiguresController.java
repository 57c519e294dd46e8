package org.doudi.server.reverification.web;

import org.doudi.server.identity.AnyOffice;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Scope;
import org.doudi.server.identity.WorksWithPeople;
import org.doudi.server.registry.Divisions;
import org.doudi.server.reverification.Supervision;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Re-verification in figures for who supervises it: by county, township and village, down to the list for who works with people. */
@Controller
class FiguresController {
    private static final int COUNTY_DIGITS = 6;

    private final Supervision supervision;
    private final Divisions divisions;

    FiguresController(Supervision supervision, Divisions divisions) {
        this.supervision = supervision;
        this.divisions = divisions;
    }

    @GetMapping("/reverifications/figures")
    @AnyOffice
    String figures(@RequestParam(defaultValue = "") String place, Model model) {
        Area area = Scope.officer().area();
        Area seen = area.within(place).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String within = seen.code();
        model.addAttribute("lines", supervision.figures(within));
        model.addAttribute("deeper", within.length() <= COUNTY_DIGITS);
        model.addAttribute("upward", seen.upward(area).orElse(null));
        model.addAttribute("name", divisions.name(within).orElse(within));
        model.addAttribute("divisions", divisions);
        model.addAttribute(
                "people", WorksWithPeople.ROLES.contains(Scope.officer().role()));
        return "reverification/figures";
    }
}
