package org.doudi.server.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doudi.server.casework.CaseFailure;
import org.doudi.server.casework.Picture;
import org.doudi.server.casework.Visits;
import org.doudi.server.casework.step.Problem;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;
import org.doudi.server.registry.Divisions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The visits of a bought-in surveyor and of people of the village, made for the telephone. */
@Controller
@Access({Role.SURVEYOR, Role.VILLAGE_ASSISTANT, Role.VILLAGE_TEAM})
class VisitController {
    private final Visits visits;
    private final Uploads uploads;
    private final Divisions divisions;

    VisitController(Visits visits, Uploads uploads, Divisions divisions) {
        this.visits = visits;
        this.uploads = uploads;
        this.divisions = divisions;
    }

    @GetMapping("/visits")
    String list(Model model) {
        model.addAttribute("files", visits.toMake());
        model.addAttribute("divisions", divisions);
        return "casework/visits";
    }

    @GetMapping("/visits/{number}")
    String sheet(@PathVariable String number, Model model) {
        Visits.Sheet sheet = visits.sheet(number);
        fill(model, sheet, sheet.filled(), List.of());
        return "casework/visit";
    }

    private static void fill(Model model, Visits.Sheet sheet, Map<String, String> values, List<Problem> problems) {
        Map<String, Problem> byField = new HashMap<>();
        problems.forEach(p -> byField.putIfAbsent(p.field(), p));
        model.addAttribute("sheet", sheet);
        model.addAttribute("values", values);
        model.addAttribute("problems", problems);
        model.addAttribute("byField", byField);
    }

    @PostMapping("/visits/{number}")
    Object fill(
            @PathVariable String number,
            @RequestParam Map<String, String> form,
            HttpServletRequest request,
            Model model) {
        Map<String, String> values = CaseController.typed(form);
        try {
            Map<String, Picture> pictures = uploads.pictures(request);
            visits.fill(number, values, pictures);
            return "redirect:/visits";
        } catch (CaseFailure.Incomplete e) {
            fill(model, visits.sheet(number), values, e.problems());
            return new ModelAndView("casework/visit", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
