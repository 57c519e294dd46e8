package org.doudi.server.benefits.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.doudi.server.benefits.RunRefused;
import org.doudi.server.benefits.RunWork;
import org.doudi.server.benefits.RunWork.Progress;
import org.doudi.server.benefits.RunWork.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** A month that is being computed or let go: how far it is, and the button that stops it. */
@Controller
@MoneyOffices
class RunWorkController {
    private final RunWork work;

    RunWorkController(RunWork work) {
        this.work = work;
    }

    @GetMapping("/runs/under-way")
    String page(Model model) {
        return fill(model, null);
    }

    private String fill(Model model, @Nullable RunRefused refused) {
        Optional<Progress> progress = work.progress();
        Long run = progress.map(Progress::run).orElse(null);
        if (refused == null && run != null) {
            return "redirect:/runs/" + run;
        }
        model.addAttribute("p", progress.orElse(null));
        model.addAttribute("refused", refused);
        return "benefits/run-work";
    }

    @GetMapping("/runs/under-way/progress")
    String progress(HttpServletResponse response, Model model) {
        Progress progress = work.progress().orElse(null);
        if (progress == null || progress.standing() != Standing.RUNNING) {
            Long run = progress == null ? null : progress.run();
            response.setHeader("HX-Redirect", run == null ? "/runs/under-way" : "/runs/" + run);
        }
        model.addAttribute("p", progress);
        return "benefits/run-work :: progress";
    }

    @PostMapping("/runs/under-way/stop")
    Object stop(Model model) {
        return FormStep.take(work::stop, "/runs/under-way", model, e -> fill(model, e));
    }
}
