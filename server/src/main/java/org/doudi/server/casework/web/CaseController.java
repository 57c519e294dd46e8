package org.doudi.server.casework.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.doudi.server.casework.CaseFailure;
import org.doudi.server.casework.CaseView;
import org.doudi.server.casework.CaseViews;
import org.doudi.server.casework.Cases;
import org.doudi.server.casework.Objection.Contested;
import org.doudi.server.casework.Objections;
import org.doudi.server.casework.Picture;
import org.doudi.server.casework.Visits;
import org.doudi.server.casework.path.Move;
import org.doudi.server.casework.step.Problem;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.PartOfPage;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.WorksWithPeople;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The case and its steps. */
@Controller
@WorksWithPeople
class CaseController {
    private final Cases cases;
    private final Objections objections;
    private final CaseViews views;
    private final Visits visits;
    private final Uploads uploads;

    CaseController(Cases cases, Objections objections, CaseViews views, Visits visits, Uploads uploads) {
        this.cases = cases;
        this.objections = objections;
        this.views = views;
        this.visits = visits;
        this.uploads = uploads;
    }

    @PostMapping("/intake")
    @Access({Role.TOWNSHIP_CLERK, Role.VILLAGE_ASSISTANT})
    String open(@RequestParam long household) {
        return "redirect:/cases/" + cases.open(household);
    }

    @GetMapping("/intake")
    @Access({Role.TOWNSHIP_CLERK, Role.VILLAGE_ASSISTANT})
    String intake() {
        return "redirect:/search";
    }

    @GetMapping("/cases/{number}")
    String show(@PathVariable String number, Model model) {
        fill(model, number, Map.of(), List.of());
        return "casework/case";
    }

    private void fill(Model model, String number, Map<String, String> values, List<Problem> problems) {
        CaseView view = views.of(number);
        // what a visitor wrote down is what the clerk confirms or mends
        Map<String, String> shown = values.isEmpty() ? view.prefilled() : values;
        Map<String, Problem> byField = new HashMap<>();
        problems.forEach(p -> byField.putIfAbsent(p.field(), p));
        model.addAttribute("view", view);
        model.addAttribute("values", shown);
        model.addAttribute("problems", problems);
        model.addAttribute("byField", byField);
        model.addAttribute("key", UUID.randomUUID().toString());
    }

    @PostMapping("/cases/{number}/work")
    Object work(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam String key,
            @RequestParam Map<String, String> form,
            HttpServletRequest request,
            Model model) {
        Map<String, String> values = typed(form);
        try {
            Map<String, Picture> pictures = uploads.pictures(request);
            cases.work(number, version, key.length() > 80 ? key.substring(0, 80) : key, values, pictures);
            return "redirect:/cases/" + number;
        } catch (CaseFailure.Incomplete e) {
            fill(model, number, values, e.problems());
            return page(model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** What was typed, without what the form itself carries. */
    static Map<String, String> typed(Map<String, String> form) {
        Map<String, String> values = new LinkedHashMap<>();
        form.forEach((name, value) -> {
            if (!name.startsWith("_") && !name.equals("version") && !name.equals("key") && !value.isBlank()) {
                values.put(name, value.strip());
            }
        });
        return values;
    }

    @PostMapping("/cases/{number}/visit")
    String ask(@PathVariable String number, @RequestParam long to) {
        visits.ask(number, to);
        return "redirect:/cases/" + number;
    }

    @PostMapping("/cases/{number}/move")
    Object move(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam String key,
            @RequestParam Move move,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        if (move == Move.DONE || move == Move.POST) {
            throw CaseFailure.incomplete(List.of());
        }
        try {
            cases.move(number, version, key, move, reason.strip());
            return "redirect:/cases/" + number;
        } catch (CaseFailure.Incomplete e) {
            fill(model, number, Map.of(), e.problems());
            return page(model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/cases/{number}/objections")
    Object object(
            @PathVariable String number,
            @RequestParam(defaultValue = "OTHER") Contested contests,
            @RequestParam(defaultValue = "") String words,
            Model model) {
        try {
            objections.object(number, contests, words);
            return "redirect:/cases/" + number;
        } catch (CaseFailure.Incomplete e) {
            fill(model, number, Map.of(), e.problems());
            return page(model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/cases/{number}/objections/{objection}")
    Object answer(
            @PathVariable String number,
            @PathVariable long objection,
            @RequestParam(defaultValue = "") String answer,
            Model model) {
        try {
            objections.answer(number, objection, answer);
            return "redirect:/cases/" + number;
        } catch (CaseFailure.Incomplete e) {
            fill(model, number, Map.of(), e.problems());
            return page(model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/households/{household}/cases")
    @PartOfPage
    String ofHousehold(@PathVariable long household, Model model) {
        model.addAttribute("files", views.ofHousehold(household));
        model.addAttribute("household", household);
        return "casework/household-card :: card";
    }

    @GetMapping("/cases/{number}/pictures/{id}")
    ResponseEntity<byte[]> picture(@PathVariable String number, @PathVariable long id) {
        Picture picture = views.picture(number, id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.mediaType()))
                .header("Content-Disposition", "inline")
                .body(picture.content());
    }

    @GetMapping("/cases/{number}/letter.pdf")
    ResponseEntity<byte[]> letter(@PathVariable String number) {
        return pdf(views.letter(number), number, "letter");
    }

    @GetMapping("/cases/{number}/receipt.pdf")
    ResponseEntity<byte[]> receipt(@PathVariable String number) {
        return pdf(views.receipt(number), number, "receipt");
    }

    private static ResponseEntity<byte[]> pdf(byte[] content, String number, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + name + "-" + number + ".pdf\"")
                .body(content);
    }

    @GetMapping("/cases/{number}/notice")
    String notice(@PathVariable String number, Model model) {
        model.addAttribute("notice", views.notice(number));
        return "casework/notice";
    }

    private static ModelAndView page(Model model, HttpStatus status) {
        return new ModelAndView("casework/case", model.asMap(), status);
    }
}
