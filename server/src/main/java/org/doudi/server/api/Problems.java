package org.doudi.server.api;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Refusals that every door for programs has. What lies outside of one's area is not there. */
@RestControllerAdvice(annotations = Api.class)
class Problems extends ResponseEntityExceptionHandler {
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (e.getMostSpecificCause() instanceof SocketTimeoutException) {
            ProblemDetail late = Refusal.problem(
                    HttpStatus.REQUEST_TIMEOUT, "slow", "The body came too slowly; send it again on a better line");
            return handleExceptionInternal(e, late, headers, HttpStatus.REQUEST_TIMEOUT, request);
        }
        String detail = e.getMostSpecificCause() instanceof Missing missing
                ? missing.part() + " is missing"
                : "The body is not the JSON that the contract asks";
        ProblemDetail problem = Refusal.problem(HttpStatus.BAD_REQUEST, "body", detail);
        return handleExceptionInternal(e, problem, headers, status, request);
    }

    @ExceptionHandler
    ProblemDetail notFound(NoSuchElementException e) {
        return Refusal.problem(HttpStatus.NOT_FOUND, "not-found", "There is nothing of that number in your area");
    }

    @ExceptionHandler
    ProblemDetail unstorable(DataIntegrityViolationException e) {
        // class 22 of SQL states: the value itself, such as a text with a zero byte
        if (e.getMostSpecificCause() instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().startsWith("22")) {
            return Refusal.problem(
                    HttpStatus.BAD_REQUEST, "value", "A value is too large or holds a sign that cannot be stored");
        }
        throw e;
    }

    @ExceptionHandler
    ProblemDetail busy(CannotAcquireLockException e) {
        return Refusal.problem(HttpStatus.CONFLICT, "busy", "Somebody changes the same thing now; send it again");
    }
}
