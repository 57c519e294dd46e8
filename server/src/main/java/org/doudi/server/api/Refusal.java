package org.doudi.server.api;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A request that is refused, as problem details (RFC 9457). */
public final class Refusal extends ErrorResponseException {
    private static final long serialVersionUID = 1;

    private Refusal(HttpStatus status, ProblemDetail problem) {
        super(status, problem, null);
    }

    /**
     * A refusal.
     *
     * @param type the last part of its type, by which programs tell refusals apart
     * @param detail what is wrong and what to do
     */
    public static Refusal of(HttpStatus status, String type, String detail) {
        return new Refusal(status, problem(status, type, detail));
    }

    /** What {@link #of} answers. */
    public static ProblemDetail problem(HttpStatus status, String type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:doudi:problem:" + type));
        return problem;
    }
}
