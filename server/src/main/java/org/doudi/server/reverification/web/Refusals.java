package org.doudi.server.reverification.web;

import java.util.NoSuchElementException;
import org.doudi.server.casework.CaseFailure;
import org.doudi.server.reverification.ReverificationRefused;
import org.doudi.server.reverification.ReverificationRefused.Cause;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Turns a refusal into a page that says what is wrong. */
@ControllerAdvice(
        assignableTypes = {
            PlanController.class,
            VisitRecordController.class,
            SampleController.class,
            MassRunController.class,
            RhythmController.class
        })
class Refusals {
    @ExceptionHandler(NoSuchElementException.class)
    ModelAndView nothing() {
        return page(Cause.NOTHING);
    }

    @ExceptionHandler(CaseFailure.class)
    ModelAndView noCase() {
        return page(Cause.NOT_NOW);
    }

    @ExceptionHandler(ReverificationRefused.class)
    ModelAndView refused(ReverificationRefused refusal) {
        return page(refusal.why());
    }

    private static ModelAndView page(Cause why) {
        ModelAndView page = new ModelAndView("reverification/refused");
        page.addObject("why", why);
        page.setStatus(
                switch (why) {
                    case NOTHING -> HttpStatus.NOT_FOUND;
                    case OTHER_HANDS, NEAR_RELATIVE, OWN -> HttpStatus.FORBIDDEN;
                    case NOT_NOW, OVERTAKEN, DRAWN_ALREADY, RUNS_ALREADY, TWICE -> HttpStatus.CONFLICT;
                    case WORDS,
                            KEY,
                            DAY,
                            CHANGE,
                            RECEIVER,
                            VISITOR,
                            PLACE,
                            SIZE,
                            NUMBERS,
                            CLOSING,
                            RULE_DAY,
                            DOCUMENT -> HttpStatus.UNPROCESSABLE_CONTENT;
                });
        return page;
    }
}
