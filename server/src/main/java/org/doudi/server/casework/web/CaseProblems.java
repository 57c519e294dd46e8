package org.doudi.server.casework.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.doudi.server.api.Refusal;
import org.doudi.server.casework.CaseFailure;
import org.doudi.server.casework.step.Problem;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
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
    ProblemDetail notFound(CaseFailure.NotFound e) {
        return Refusal.problem(HttpStatus.NOT_FOUND, "not-found", "There is no case of that number in your area");
    }

    @ExceptionHandler
    ProblemDetail overtaken(CaseFailure.Overtaken e) {
        return Refusal.problem(
                HttpStatus.CONFLICT, "overtaken", "The case was changed meanwhile; read it again for its version");
    }

    @ExceptionHandler
    ProblemDetail held(CaseFailure.Held e) {
        return Refusal.problem(
                HttpStatus.CONFLICT, "held", "A colleague took this step; they or the reviewer give it on");
    }

    @ExceptionHandler
    ProblemDetail notNow(CaseFailure.NotNow e) {
        return Refusal.problem(
                HttpStatus.CONFLICT, "not-now", "The case does not stand so that your office could do this");
    }

    @ExceptionHandler
    ProblemDetail fourEyes(CaseFailure.FourEyes e) {
        return Refusal.problem(
                HttpStatus.FORBIDDEN, "four-eyes", "Who took part in a case before cannot judge it; another has to");
    }

    @ExceptionHandler
    ProblemDetail relative(CaseFailure.NearRelative e) {
        return Refusal.problem(
                HttpStatus.FORBIDDEN, "near-relative", "A near relative cannot handle the case; another has to");
    }

    @ExceptionHandler
    ProblemDetail incomplete(CaseFailure.Incomplete e, Locale locale) {
        ProblemDetail problem = Refusal.problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "incomplete",
                "The form cannot be taken; problems says what is wrong");
        List<Map<String, String>> problems =
                e.problems().stream().map(p -> words(p, locale)).toList();
        problem.setProperty("problems", problems);
        return problem;
    }

    private Map<String, String> words(Problem p, Locale locale) {
        String text = messages.getMessage(
                "casework.problem." + p.code(), p.arguments().toArray(), p.code(), locale);
        return Map.of("field", p.field(), "code", p.code(), "text", text == null ? p.code() : text);
    }
}
