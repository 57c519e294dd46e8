package org.doudi.server.benefits.web;

import java.util.List;
import org.doudi.server.benefits.ExitNotice;
import org.doudi.server.benefits.ExitNotices;
import org.doudi.server.benefits.RunRefused;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The families whose dibao ends by itself, for the township to tell them. */
@Controller
@Access({Role.TOWNSHIP_CLERK, Role.TOWNSHIP_REVIEWER, Role.COUNTY_OFFICER, Role.COUNTY_APPROVER})
class ExitController {
    private static final int FARTHEST = 1000;

    private final ExitNotices notices;

    ExitController(ExitNotices notices) {
        this.notices = notices;
    }

    @GetMapping("/exits")
    String page(@RequestParam(defaultValue = "0") int page, Model model) {
        return fill(page, model, null);
    }

    private String fill(int page, Model model, @Nullable RunRefused refused) {
        int at = Math.max(0, Math.min(page, FARTHEST));
        List<ExitNotice> open = notices.open(at);
        Role role = Scope.officer().role();
        model.addAttribute("notices", open);
        model.addAttribute("delivers", role == Role.TOWNSHIP_CLERK || role == Role.TOWNSHIP_REVIEWER);
        model.addAttribute("ways", ExitNotice.Way.values());
        model.addAttribute("page", at);
        model.addAttribute("more", open.size() == ExitNotices.PAGE);
        model.addAttribute("refused", refused);
        return "benefits/exits";
    }

    /** What waits, for the work list. */
    @GetMapping("/exits/card")
    String card(Model model) {
        model.addAttribute("waiting", notices.count());
        return "benefits/exits :: card";
    }

    @GetMapping("/exits/{id}/letter")
    String letter(@PathVariable long id, Model model) {
        model.addAttribute("notice", notices.letter(id));
        return "benefits/exit-letter";
    }

    @PostMapping("/exits/{id}/deliver")
    @Access({Role.TOWNSHIP_CLERK, Role.TOWNSHIP_REVIEWER})
    Object deliver(
            @PathVariable long id,
            @RequestParam ExitNotice.Way way,
            @RequestParam(defaultValue = "") String receivedBy,
            Model model) {
        Runnable step = FormStep.onWhatIsThere(() -> notices.deliver(id, way, receivedBy));
        return FormStep.take(step, "/exits", model, e -> fill(0, model, e));
    }
}
