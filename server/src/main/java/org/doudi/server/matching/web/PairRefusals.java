package org.doudi.server.matching.web;

import org.doudi.server.matching.PairRefused;
import org.doudi.server.registry.ChangeRefused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Tells in words why something cannot be done with a pair. */
@ControllerAdvice(assignableTypes = {PairController.class, CorrectionController.class})
class PairRefusals {
    @ExceptionHandler(PairRefused.class)
    ModelAndView refused(PairRefused refusal) {
        return page(
                "matching.pair.refused." + refusal.why(),
                refusal.detail(),
                switch (refusal.why()) {
                    case NO_PAIR -> HttpStatus.NOT_FOUND;
                    case SAME_CLERK, SAME_COUNTY, OWN_DECISION, OWN_REQUEST -> HttpStatus.FORBIDDEN;
                    case OVERTAKEN, NOT_NOW, GONE, SEARCHING, OTHERWISE, CHANGED, LIST_LEFT, HOUSEHOLD_LIST ->
                        HttpStatus.CONFLICT;
                    case NO_LIST, SAME_NUMBER, KEEP_ONE, WORDS -> HttpStatus.UNPROCESSABLE_CONTENT;
                });
    }

    @ExceptionHandler(ChangeRefused.class)
    ModelAndView refused(ChangeRefused refusal) {
        return page("registry.refused." + refusal.reason(), refusal.detail(), HttpStatus.CONFLICT);
    }

    private static ModelAndView page(String key, String detail, HttpStatus status) {
        ModelAndView page = new ModelAndView("matching/pair-refused");
        page.addObject("key", key);
        page.addObject("detail", detail);
        page.setStatus(status);
        return page;
    }
}
