package org.doudi.server.casework.web;

import java.util.NoSuchElementException;
import org.doudi.server.casework.CaseFailure;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Turns a refusal into a page that says what is wrong and what to do. */
@ControllerAdvice(assignableTypes = CaseController.class)
class CaseFailures {
    @ExceptionHandler({CaseFailure.NotFound.class, NoSuchElementException.class})
    ModelAndView notFound() {
        return page("not-found", HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler(CaseFailure.Overtaken.class)
    ModelAndView overtaken() {
        return page("overtaken", HttpStatus.CONFLICT);
    }

    @ExceptionHandler(CaseFailure.NotNow.class)
    ModelAndView notNow() {
        return page("not-now", HttpStatus.CONFLICT);
    }

    @ExceptionHandler(CaseFailure.FourEyes.class)
    ModelAndView fourEyes() {
        return page("four-eyes", HttpStatus.FORBIDDEN);
    }

    @ExceptionHandler(CaseFailure.NearRelative.class)
    ModelAndView relative() {
        return page("near-relative", HttpStatus.FORBIDDEN);
    }

    @ExceptionHandler(CaseFailure.Incomplete.class)
    ModelAndView incomplete() {
        return page("incomplete", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView page(String code, HttpStatus status) {
        ModelAndView view = new ModelAndView("casework/failure");
        view.addObject("code", code);
        view.setStatus(status);
        return view;
    }
}
