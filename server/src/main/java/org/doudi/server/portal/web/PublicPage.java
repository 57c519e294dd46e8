package org.doudi.server.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.doudi.server.shell.Budget;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What every public page has in common. */
@Component
final class PublicPage {
    private final Budgets budgets;

    PublicPage(Budgets budgets) {
        this.budgets = budgets;
    }

    /** Search engines keep no copy, and a browser asks again each time, so that what was taken down is gone. */
    void guard(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        response.setHeader("Cache-Control", "private, no-cache");
        spend(budgets.pages(), request.getRemoteAddr(), response);
    }

    /** Takes one from a budget, or refuses. */
    void spend(Budget budget, String place, HttpServletResponse response) {
        if (!budget.takes(place)) {
            response.setHeader("Retry-After", Long.toString(budget.seconds()));
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
    }
}
