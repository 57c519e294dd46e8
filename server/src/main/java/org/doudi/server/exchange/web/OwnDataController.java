package org.doudi.server.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.doudi.server.exchange.OwnData;
import org.doudi.server.exchange.store.EntryStore.Went;
import org.doudi.server.identity.OpenToAll;
import org.doudi.server.shell.Budget;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where a household asks, without signing in, who got its data. */
@Controller
@RequestMapping("/own-data")
@OpenToAll
class OwnDataController {
    private final OwnData ownData;
    private final Budget questions;

    OwnDataController(OwnData ownData, @Value("${doudi.portal.questions-per-hour:30}") int questionsPerHour) {
        this.ownData = ownData;
        this.questions = new Budget(Clock.systemUTC(), Duration.ofHours(1), questionsPerHour);
    }

    @ModelAttribute
    void guard(HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @GetMapping
    String how() {
        return "exchange/own-data";
    }

    /** Asked by a form, so that the code stands in no address and no log. */
    @PostMapping
    String ask(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!questions.takes(request.getRemoteAddr())) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(questions.seconds()));
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        Optional<List<Went>> rows = ownData.ask(number, code);
        rows.ifPresent(found -> model.addAttribute("rows", found));
        model.addAttribute("number", number.strip());
        model.addAttribute("asked", true);
        response.setStatus((rows.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND).value());
        return "exchange/own-data";
    }
}
