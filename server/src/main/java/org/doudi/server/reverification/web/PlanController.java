package org.doudi.server.reverification.web;

import java.util.List;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.PartOfPage;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.identity.WorksWithPeople;
import org.doudi.server.registry.Divisions;
import org.doudi.server.reverification.PlanLine;
import org.doudi.server.reverification.PlanQuery;
import org.doudi.server.reverification.PlanQuery.Show;
import org.doudi.server.reverification.Reverification;
import org.doudi.server.reverification.ReverificationRefused;
import org.doudi.server.reverification.ReverificationRefused.Cause;
import org.doudi.server.reverification.Reverifications;
import org.doudi.server.reverification.Samples;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The work plan of a county, a township or a village, in figures and by name. */
@Controller
@WorksWithPeople
class PlanController {
    private static final int FARTHEST = 10_000;

    private final Reverifications looks;
    private final Divisions divisions;

    PlanController(Reverifications looks, Divisions divisions) {
        this.looks = looks;
        this.divisions = divisions;
    }

    @GetMapping("/reverifications")
    String plan(
            @RequestParam(required = false) @Nullable Show show,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Officer me = Scope.officer();
        Area area = me.area();
        Area seen = area.within(place).orElseThrow(() -> new ReverificationRefused(Cause.NOTHING));
        String within = seen.code();
        int at = Math.max(0, Math.min(page, FARTHEST));
        PlanQuery query = new PlanQuery(show == null ? first(me.role()) : show, within);
        List<Reverification> rows = looks.list(query, at);
        List<PlanLine> board = looks.board(within);
        model.addAttribute("query", query);
        model.addAttribute("shows", Show.values());
        model.addAttribute("rows", rows);
        model.addAttribute("page", at);
        model.addAttribute("more", rows.size() == Reverifications.PAGE);
        model.addAttribute("board", board);
        model.addAttribute("deeper", !seen.isVillage());
        model.addAttribute("upward", seen.upward(area).orElse(null));
        model.addAttribute("name", divisions.name(within).orElse(within));
        model.addAttribute("divisions", divisions);
        model.addAttribute("draws", Samples.DRAW.contains(me.role()));
        model.addAttribute("mass", me.role().department() != Department.VILLAGE);
        return "reverification/plan";
    }

    private static Show first(Role role) {
        return role == Role.VILLAGE_ASSISTANT || role == Role.VILLAGE_TEAM ? Show.MINE : Show.PLANNED;
    }

    /** What waits, for the work list. */
    @GetMapping("/reverifications/card")
    @Access({Role.TOWNSHIP_CLERK, Role.TOWNSHIP_REVIEWER, Role.COUNTY_OFFICER, Role.COUNTY_APPROVER})
    String card(Model model) {
        List<PlanLine> board = looks.board(Scope.officer().area().code());
        model.addAttribute("toTell", looks.toTell());
        model.addAttribute(
                "overdue", board.stream().mapToLong(PlanLine::overdue).sum());
        model.addAttribute(
                "toConfirm", board.stream().mapToLong(PlanLine::toConfirm).sum());
        return "reverification/plan :: card";
    }

    /** The looks at a household, for its page. */
    @GetMapping("/households/{id}/reverifications")
    @PartOfPage
    String ofHousehold(@PathVariable long id, Model model) {
        model.addAttribute("looks", looks.of(id));
        return "reverification/household";
    }
}
