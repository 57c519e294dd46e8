package org.doudi.server.registry.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Scope;
import org.doudi.server.identity.WorksWithPeople;
import org.doudi.server.registry.Divisions;
import org.doudi.server.registry.MeasureLists;
import org.doudi.server.registry.MeasureLists.Count;
import org.doudi.server.registry.MeasureLists.Group;
import org.doudi.server.registry.MeasureLists.Line;
import org.doudi.server.registry.MeasureLists.Standing;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who should be helped and is not, on the register and outside of it. */
@Controller
@WorksWithPeople
class MeasureListController {
    private static final int PAGE = 50;
    private static final int FARTHEST = 10_000;

    private final MeasureLists lists;
    private final Divisions divisions;

    MeasureListController(MeasureLists lists, Divisions divisions) {
        this.lists = lists;
        this.divisions = divisions;
    }

    @GetMapping("/measures")
    String list(
            @RequestParam(defaultValue = "REGISTER") Group group,
            @RequestParam(defaultValue = "WITHOUT") Standing standing,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Area area = Scope.officer().area();
        Area seen = area.within(place).orElseThrow(HouseholdController::notFound);
        String within = seen.code();
        int at = Math.max(0, Math.min(page, FARTHEST));
        List<Line> lines = lists.list(group, standing, within, at * PAGE, PAGE);
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Count count : lists.counts(within)) {
            counts.put(count.group() + " " + count.standing(), count.households());
        }
        model.addAttribute("group", group);
        model.addAttribute("standing", standing);
        model.addAttribute("groups", Group.values());
        model.addAttribute("standings", Standing.values());
        model.addAttribute("counts", counts);
        model.addAttribute("lines", lines);
        model.addAttribute("place", within);
        model.addAttribute("name", divisions.name(within).orElse(within));
        model.addAttribute("below", !seen.isVillage() ? divisions.below(within) : List.of());
        model.addAttribute("page", at);
        model.addAttribute("more", lines.size() == PAGE);
        model.addAttribute("divisions", divisions);
        return "registry/measures";
    }
}
