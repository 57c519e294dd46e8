package org.doudi.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.doudi.server.identity.SignIns.Stage;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfException;

/** The answers to those who may not pass: to the sign-in page, or a code for programs. */
final class Refusals {
    private Refusals() {}

    /** Nobody signed in. */
    static void unknown(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            problem(response, HttpServletResponse.SC_UNAUTHORIZED, "Sign in first");
        } else if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", request.getContextPath() + "/login");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(request.getContextPath() + "/login");
        }
    }

    /** Somebody signed in who may not, or a form without its token. */
    static void denied(HttpServletRequest request, HttpServletResponse response, RuntimeException why)
            throws IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (why instanceof CsrfException) {
            if ("/login".equals(path) || "/logout".equals(path)) {
                response.sendRedirect(request.getContextPath() + "/login?again");
            } else if (path.startsWith("/api/")) {
                problem(response, HttpServletResponse.SC_FORBIDDEN, "The form's token is missing or old");
            } else {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            }
        } else if (who != null
                && who.getPrincipal() instanceof SignedIn signedIn
                && signedIn.stage() == Stage.FIRST_STEPS) {
            response.sendRedirect(request.getContextPath() + "/account/first");
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    static void problem(HttpServletResponse response, int status, String title) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = ("{\"status\":" + status + ",\"title\":\"" + title + "\"}").getBytes(StandardCharsets.UTF_8);
        response.getOutputStream().write(body);
    }
}
