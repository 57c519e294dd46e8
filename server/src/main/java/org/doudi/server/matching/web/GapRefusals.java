package org.doudi.server.matching.web;

import java.util.NoSuchElementException;
import org.doudi.server.casework.CaseFailure;
import org.doudi.server.matching.GapRefused;
import org.doudi.server.matching.GapRefused.Cause;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says on a page why something cannot be done with a gap or an alert. */
@ControllerAdvice(assignableTypes = {GapController.class, AlertController.class})
class GapRefusals {
    @ExceptionHandler(NoSuchElementException.class)
    ModelAndView nothing() {
        return page(Cause.NO_GAP);
    }

    @ExceptionHandler(CaseFailure.class)
    ModelAndView noCase() {
        return page(Cause.NOT_NOW);
    }

    @ExceptionHandler(GapRefused.class)
    ModelAndView refused(GapRefused refusal) {
        return page(refusal.why());
    }

    private static ModelAndView page(Cause why) {
        ModelAndView page = new ModelAndView("matching/refused");
        page.addObject("why", why);
        page.setStatus(
                switch (why) {
                    case NO_GAP -> HttpStatus.NOT_FOUND;
                    case OTHER_OFFICE -> HttpStatus.FORBIDDEN;
                    case NOT_NOW, OVERTAKEN -> HttpStatus.CONFLICT;
                    case WORDS -> HttpStatus.UNPROCESSABLE_CONTENT;
                });
        return page;
    }
}
