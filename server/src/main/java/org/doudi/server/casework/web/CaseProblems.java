package org.doudi.server.casework.web;

import java.util.Locale;
import java.util.Map;
import org.doudi.server.api.Refusal;
import org.doudi.server.casework.CaseFailure;
import org.doudi.server.casework.step.Problem;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Refusals of cases as problem details. */
@RestControllerAdvice(assignableTypes = CasesApi.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class CaseProblems {
    private final MessageSource messages;

    CaseProblems(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ProblemDetail refused(CaseFailure failure, Locale locale) {
        ProblemDetail problem =
                Refusal.problem(CaseFailures.status(failure), CaseFailures.code(failure), detail(failure));
        if (failure instanceof CaseFailure.Incomplete incomplete) {
            problem.setProperty(
                    "problems",
                    incomplete.problems().stream().map(p -> words(p, locale)).toList());
        }
        return problem;
    }

    private static String detail(CaseFailure failure) {
        return switch (CaseFailures.code(failure)) {
            case "not-found" -> "There is no case of that number in your area";
            case "overtaken" -> "The case was changed meanwhile; read it again for its version";
            case "held" -> "A colleague took this step; they or the reviewer give it on";
            case "four-eyes" -> "Who took part in a case before cannot judge it; another has to";
            case "near-relative" -> "A near relative cannot handle the case; another has to";
            case "incomplete" -> "The form cannot be taken; problems says what is wrong";
            default -> "The case does not stand so that your office could do this";
        };
    }

    private Map<String, String> words(Problem p, Locale locale) {
        String text = messages.getMessage(
                "casework.problem." + p.code(), p.arguments().toArray(), p.code(), locale);
        return Map.of("field", p.field(), "code", p.code(), "text", text == null ? p.code() : text);
    }
}
