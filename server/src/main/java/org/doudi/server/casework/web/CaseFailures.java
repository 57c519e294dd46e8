package org.doudi.server.casework.web;

import java.util.NoSuchElementException;
import org.doudi.server.casework.CaseFailure;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Turns a refusal into a page that says what is wrong and what to do. */
@ControllerAdvice(
        assignableTypes = {
            CaseController.class,
            ObjectionController.class,
            WorkListController.class,
            VisitController.class
        })
class CaseFailures {
    @ExceptionHandler(NoSuchElementException.class)
    ModelAndView nothing() {
        return page("not-found", HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler(CaseFailure.class)
    ModelAndView refused(CaseFailure failure) {
        return page(code(failure), status(failure));
    }

    /** The word by which the messages know it. */
    static String code(CaseFailure failure) {
        if (failure instanceof CaseFailure.NotFound) {
            return "not-found";
        }
        if (failure instanceof CaseFailure.Overtaken) {
            return "overtaken";
        }
        if (failure instanceof CaseFailure.FourEyes) {
            return "four-eyes";
        }
        if (failure instanceof CaseFailure.NearRelative) {
            return "near-relative";
        }
        if (failure instanceof CaseFailure.Held) {
            return "held";
        }
        return failure instanceof CaseFailure.Incomplete ? "incomplete" : "not-now";
    }

    /** What it answers over HTTP. */
    static HttpStatus status(CaseFailure failure) {
        return switch (code(failure)) {
            case "not-found" -> HttpStatus.NOT_FOUND;
            case "four-eyes", "near-relative" -> HttpStatus.FORBIDDEN;
            case "incomplete" -> HttpStatus.UNPROCESSABLE_CONTENT;
            default -> HttpStatus.CONFLICT;
        };
    }

    private static ModelAndView page(String code, HttpStatus status) {
        ModelAndView view = new ModelAndView("casework/failure");
        view.addObject("code", code);
        view.setStatus(status);
        return view;
    }
}
