package org.doudi.server.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.doudi.server.identity.Scope;
import org.doudi.server.identity.WorksWithPeople;
import org.doudi.server.registry.GivenReasons;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.Persons;
import org.doudi.server.registry.SearchQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Search first; then one screen to understand a family; a full id number only on purpose. */
@Controller
@WorksWithPeople
class HouseholdController {
    private static final int LONGEST = 60;
    private static final int LONGEST_REASON = 200;

    private final Households households;
    private final HouseholdPages pages;
    private final Persons persons;
    private final GivenReasons reasons;

    HouseholdController(Households households, HouseholdPages pages, Persons persons, GivenReasons reasons) {
        this.households = households;
        this.pages = pages;
        this.persons = persons;
        this.reasons = reasons;
    }

    @GetMapping("/search")
    String search(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String reason, Model model) {
        String text = q.strip();
        model.addAttribute("q", text);
        model.addAttribute("reason", reason);
        model.addAttribute("asked", !text.isEmpty());
        boolean searchable = text.length() >= SearchQuery.SHORTEST && text.length() <= LONGEST;
        model.addAttribute("unsearchable", !text.isEmpty() && !searchable);
        model.addAttribute("most", SearchQuery.MOST);
        model.addAttribute(
                "transfers", RecordsFacts.ROLES.contains(Scope.officer().role()));
        model.addAttribute(
                "hits",
                searchable && reason.length() <= LONGEST_REASON
                        ? households.search(new SearchQuery(text, reason))
                        : List.of());
        return "registry/search";
    }

    @GetMapping("/households/{id}")
    String household(
            @PathVariable long id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate asOf,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate knownOn,
            Locale locale,
            Model model) {
        model.addAttribute("given", reasons.of(id));
        model.addAttribute("page", pages.of(id, asOf, knownOn, locale).orElseThrow(HouseholdController::notFound));
        return "registry/household";
    }

    @PostMapping("/persons/{id}/reveal")
    String reveal(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String reason,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            HttpServletResponse response,
            Model model) {
        response.setHeader("Cache-Control", "no-store");
        boolean taken = reason.strip().length() >= Persons.SHORTEST_REASON && reason.length() <= LONGEST_REASON;
        model.addAttribute("person", id);
        model.addAttribute("reason", reason);
        try {
            model.addAttribute("number", taken ? persons.reveal(id, reason) : null);
        } catch (NoSuchElementException e) {
            throw notFound();
        }
        return htmx == null ? "registry/reveal" : "registry/reveal :: answer";
    }

    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
