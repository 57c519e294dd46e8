package org.doudi.server.benefits.web;

import java.util.List;
import org.doudi.server.benefits.LineView;
import org.doudi.server.benefits.RunViews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The payments that came back and wait for a new account: whom the township has to ask for one. */
@Controller
@RecoveryOffices
class ReturnedController {
    private static final int FARTHEST = 100_000;

    private final RunViews views;

    ReturnedController(RunViews views) {
        this.views = views;
    }

    @GetMapping("/returned")
    String page(@RequestParam(defaultValue = "0") int page, Model model) {
        int at = Math.max(0, Math.min(page, FARTHEST));
        List<LineView.Row> lines = views.cameBack(at);
        model.addAttribute("lines", lines);
        model.addAttribute("page", at);
        model.addAttribute("more", lines.size() == RunViews.PAGE);
        return "benefits/returned";
    }
}
