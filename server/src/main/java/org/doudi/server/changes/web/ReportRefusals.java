package org.doudi.server.changes.web;

import java.util.NoSuchElementException;
import org.doudi.server.changes.ReportRefused;
import org.doudi.server.changes.ReportRefused.Cause;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says on a page why something cannot be done with a report. */
@ControllerAdvice(assignableTypes = {ReportController.class, ReportsController.class})
class ReportRefusals {
    @ExceptionHandler(NoSuchElementException.class)
    ModelAndView nothing() {
        return page(Cause.NOTHING);
    }

    @ExceptionHandler(ReportRefused.class)
    ModelAndView refused(ReportRefused refusal) {
        return page(refusal.why());
    }

    private static ModelAndView page(Cause why) {
        HttpStatus status = switch (why) {
            case NOTHING -> HttpStatus.NOT_FOUND;
            case OTHER_HANDS, OWN_REPORT, NEAR_RELATIVE -> HttpStatus.FORBIDDEN;
            case NOT_NOW, OVERTAKEN -> HttpStatus.CONFLICT;
            case WORDS, TOO_LONG, KEY, FAULTS -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        ModelAndView page = new ModelAndView("changes/refused");
        page.addObject("why", why);
        page.setStatus(status);
        return page;
    }
}
