package org.doudi.server.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.doudi.server.api.Refusal;
import org.doudi.server.exchange.SharingRefusals;
import org.doudi.server.exchange.SharingRefused;
import org.doudi.server.exchange.SharingRefused.Cause;
import org.doudi.server.identity.Scope;
import org.doudi.server.shell.Budget;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What both doors of the exchange have: how often a system may ask, and what it is told when it may not. */
@RestControllerAdvice(assignableTypes = {ExchangeApi.class, IncomingApi.class})
class SystemPace {
    private final SharingRefusals refusals;
    private final MessageSource messages;
    private final Budget budget;

    SystemPace(
            SharingRefusals refusals,
            MessageSource messages,
            @Value("${doudi.exchange.requests-per-minute:600}") int requestsPerMinute) {
        this.refusals = refusals;
        this.messages = messages;
        this.budget = new Budget(Clock.systemUTC(), Duration.ofMinutes(1), requestsPerMinute);
    }

    void take(HttpServletResponse response) {
        if (!budget.takes(Scope.officer().username())) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(budget.seconds()));
            throw Refusal.of(
                    HttpStatus.TOO_MANY_REQUESTS, "pace", "More requests in a minute than are answered; wait a minute");
        }
    }

    @ExceptionHandler
    ProblemDetail refused(SharingRefused refused) {
        if (refused.why() != Cause.NOT_FOUND) {
            refusals.note(refused);
        }
        return Refusal.problem(
                ExchangeRefusals.status(refused),
                refused.why().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                text(refused.why(), "") + ". " + text(refused.why(), ".help"));
    }

    private String text(Cause why, String part) {
        return messages.getMessage("exchange.refused." + why + part, null, Locale.ENGLISH);
    }
}
