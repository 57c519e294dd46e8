package org.doudi.server.reverification.web;

import java.util.ArrayList;
import java.util.List;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.identity.WorksWithPeople;
import org.doudi.server.registry.Divisions;
import org.doudi.server.registry.Divisions.Division;
import org.doudi.server.reverification.Sample;
import org.doudi.server.reverification.Samples;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Random samples: drawn, shown with seed and method, and drawn again. */
@Controller
@WorksWithPeople
class SampleController {
    private static final int FARTHEST = 10_000;

    private final Samples samples;
    private final Divisions divisions;

    SampleController(Samples samples, Divisions divisions) {
        this.samples = samples;
        this.divisions = divisions;
    }

    @GetMapping("/samples")
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        Officer me = Scope.officer();
        int at = Math.max(0, Math.min(page, FARTHEST));
        List<Sample> rows = samples.list(at);
        String code = me.area().code();
        List<Division> places = new ArrayList<>();
        divisions.name(code).filter(n -> code.length() > 4).ifPresent(n -> places.add(new Division(code, n)));
        places.addAll(divisions.below(code));
        model.addAttribute("rows", rows);
        model.addAttribute("page", at);
        model.addAttribute("more", rows.size() == Samples.PAGE);
        model.addAttribute("places", places);
        model.addAttribute("draws", Samples.DRAW.contains(me.role()));
        return "reverification/samples";
    }

    @PostMapping("/samples")
    @Access({Role.COUNTY_OFFICER, Role.TOWNSHIP_REVIEWER})
    String draw(@RequestParam(defaultValue = "") String place, @RequestParam(defaultValue = "0") int size) {
        return "redirect:/samples/" + samples.draw(place, size);
    }

    @GetMapping("/samples/{id}")
    String sample(@PathVariable long id, Model model) {
        Sample sample = samples.get(id);
        model.addAttribute("sample", sample);
        model.addAttribute("again", samples.drawsAgain(sample));
        model.addAttribute("divisions", divisions);
        return "reverification/sample";
    }
}
