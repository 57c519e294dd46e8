package org.doudi.server.exchange.web;

import java.util.NoSuchElementException;
import org.doudi.server.exchange.SharingRefusals;
import org.doudi.server.exchange.SharingRefused;
import org.doudi.server.exchange.SharingRefused.Cause;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Turns a refusal into a page that says what is wrong and what to do. */
@ControllerAdvice(
        assignableTypes = {
            ExchangeController.class,
            DeliveryController.class,
            SharedController.class,
            FeedbackController.class,
            CheckController.class
        })
class ExchangeRefusals {
    private final SharingRefusals refusals;

    ExchangeRefusals(SharingRefusals refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler(SharingRefused.class)
    ModelAndView refused(SharingRefused refused) {
        if (refused.why() != Cause.NOT_FOUND) {
            refusals.note(refused);
        }
        return page(refused);
    }

    @ExceptionHandler(NoSuchElementException.class)
    ModelAndView nothing() {
        return page(new SharingRefused(Cause.NOT_FOUND));
    }

    private static ModelAndView page(SharingRefused refused) {
        ModelAndView view = new ModelAndView("exchange/refused");
        view.addObject("refused", refused);
        view.setStatus(status(refused));
        return view;
    }

    static HttpStatus status(SharingRefused refused) {
        return switch (refused.why()) {
            case NOT_FOUND, NO_CHECK -> HttpStatus.NOT_FOUND;
            case NOT_YOURS, FOUR_EYES, NO_AGREEMENT, EXPIRED, OTHER_FIELDS -> HttpStatus.FORBIDDEN;
            case NOT_NOW, PROPOSAL_WAITS, OVERTAKEN, REPLAYED, MISSING_BEFORE, CHECK_OVER -> HttpStatus.CONFLICT;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
