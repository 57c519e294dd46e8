package org.doudi.server.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.doudi.server.casework.CaseFailure;
import org.doudi.server.casework.Objection.Contested;
import org.doudi.server.casework.PublicObjection;
import org.doudi.server.casework.PublicObjection.Fault;
import org.doudi.server.casework.PublicObjection.Lodged;
import org.doudi.server.casework.PublicObjection.Objector;
import org.doudi.server.casework.PublicObjections;
import org.doudi.server.identity.OpenToAll;
import org.doudi.server.portal.Notice.Proposed;
import org.doudi.server.portal.Wall;
import org.doudi.server.registry.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Objecting to a notice without signing in, and asking how the objection stands (clause 2.4-11). */
@Controller
@OpenToAll
class PublicObjectionController {
    private final Wall wall;
    private final Divisions divisions;
    private final PublicPage page;
    private final Budgets budgets;
    private final String city;

    PublicObjectionController(
            Wall wall,
            Divisions divisions,
            PublicPage page,
            Budgets budgets,
            @Value("${doudi.city:2109}") String city) {
        this.wall = wall;
        this.divisions = divisions;
        this.page = page;
        this.budgets = budgets;
        this.city = city;
    }

    @ModelAttribute
    void guard(HttpServletRequest request, HttpServletResponse response) {
        page.guard(request, response);
        response.setHeader("Cache-Control", "no-store");
    }

    @GetMapping("/notice/{code}/objection")
    String ask(@PathVariable String code, @RequestParam(defaultValue = "") String number, Model model) {
        form(model, code, Map.of("number", number, "form", UUID.randomUUID().toString()), List.of());
        return "portal/objection";
    }

    private void form(Model model, String code, Map<String, String> values, List<Fault> problems) {
        Map<String, Fault> byField = new HashMap<>();
        problems.forEach(p -> byField.putIfAbsent(p.field(), p));
        model.addAttribute("code", code);
        model.addAttribute("place", divisions.name(code).orElse(code));
        model.addAttribute("rows", hanging(code));
        model.addAttribute("contested", Contested.values());
        model.addAttribute("values", values);
        model.addAttribute("problems", problems);
        model.addAttribute("byField", byField);
    }

    private List<Proposed> hanging(String code) {
        if (!code.matches("[0-9]{6}|[0-9]{12}")
                || !code.startsWith(city)
                || divisions.name(code).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return wall.hanging(code);
    }

    @PostMapping("/notice/{code}/objection")
    ModelAndView object(
            @PathVariable String code,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        List<Proposed> rows = hanging(code);
        Map<String, String> values = new HashMap<>();
        for (String field : List.of("number", "form", "contests", "words", "name", "reach")) {
            values.put(field, sent.getOrDefault(field, "").strip());
        }
        String number = values.getOrDefault("number", "");
        PublicObjection made = made(values);
        List<Fault> problems = new ArrayList<>(PublicObjections.faults(made));
        if (rows.stream().noneMatch(p -> p.number().equals(number))) {
            problems.add(0, new Fault("number", "choice", 0));
        }
        if (!problems.isEmpty()) {
            return again(model, code, values, problems);
        }
        page.spend(budgets.objections(), request.getRemoteAddr() + " " + number, response);
        try {
            Lodged lodged = wall.object(code, number, made)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
            model.addAttribute("lodged", lodged);
            model.addAttribute("code", code);
            model.addAttribute("place", divisions.name(code).orElse(code));
            rows.stream().filter(p -> p.number().equals(number)).forEach(p -> model.addAttribute("against", p));
            return new ModelAndView("portal/lodged", model.asMap(), HttpStatus.CREATED);
        } catch (CaseFailure e) {
            form(model, code, values, List.of(new Fault("number", "not-now", 0)));
            return new ModelAndView("portal/objection", model.asMap(), HttpStatus.CONFLICT);
        }
    }

    private ModelAndView again(Model model, String code, Map<String, String> values, List<Fault> problems) {
        values.compute("form", (f, typed) -> UUID.randomUUID().toString());
        form(model, code, values, problems);
        return new ModelAndView("portal/objection", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static PublicObjection made(Map<String, String> values) {
        String chosen = values.getOrDefault("contests", "");
        Contested contests = Arrays.stream(Contested.values())
                .filter(c -> c.name().equals(chosen))
                .findFirst()
                .orElse(null);
        return new PublicObjection(
                values.getOrDefault("form", ""),
                contests,
                values.getOrDefault("words", ""),
                new Objector(orNull(values.get("name")), orNull(values.get("reach"))));
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    @GetMapping("/notice/objection")
    String how() {
        return "portal/standing";
    }

    /** Asked by a form, so that the code stands in no address and no log. */
    @PostMapping("/notice/objection")
    ModelAndView standing(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        page.spend(budgets.questions(), request.getRemoteAddr(), response);
        String typed = number.strip();
        String secret = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        model.addAttribute("number", typed);
        var standing = wall.standing(typed, secret);
        standing.ifPresent(s -> model.addAttribute("standing", s));
        model.addAttribute("asked", true);
        return new ModelAndView(
                "portal/standing", model.asMap(), standing.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND);
    }
}
