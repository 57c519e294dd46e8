package org.doudi.server.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.doudi.server.identity.OpenToAll;
import org.doudi.server.portal.Notices;
import org.doudi.server.registry.Divisions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The public notices: a page for each village and county, which is also the paper for the wall (clause 2.4-11). */
@Controller
@OpenToAll
class NoticeController {
    private static final int COUNTY = 6;
    private static final int TOWNSHIP = 9;
    private static final int VILLAGE = 12;

    private final Notices notices;
    private final Divisions divisions;
    private final PublicPage page;
    private final String city;

    NoticeController(Notices notices, Divisions divisions, PublicPage page, @Value("${doudi.city:2109}") String city) {
        this.notices = notices;
        this.divisions = divisions;
        this.page = page;
        this.city = city;
    }

    /** Search engines keep no copy, and a browser asks again each time, so that what was taken down is gone. */
    @ModelAttribute
    void guard(HttpServletRequest request, HttpServletResponse response) {
        page.guard(request, response);
    }

    @GetMapping("/notice")
    String city(Model model) {
        return places(model, city);
    }

    @GetMapping("/notice/{code}")
    String notice(@PathVariable String code, Model model) {
        if (!code.matches("[0-9]{6,12}")
                || !code.startsWith(city)
                || divisions.name(code).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return switch (code.length()) {
            case COUNTY -> {
                model.addAttribute("notice", notices.county(code));
                yield places(model, code);
            }
            case TOWNSHIP -> places(model, code);
            case VILLAGE -> {
                model.addAttribute("notice", notices.village(code));
                yield "portal/village";
            }
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private String places(Model model, String code) {
        List<Divisions.Division> below = divisions.below(code);
        model.addAttribute("code", code);
        model.addAttribute("name", divisions.name(code).orElse(code));
        model.addAttribute("below", below);
        return "portal/places";
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("User-agent: *\nDisallow: /\n");
    }
}
