package org.doudi.server.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.doudi.server.identity.AccessTokens;
import org.doudi.server.identity.SignIns.Stage;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a program in by its token, and turns away bodies that are too long to be looked at. */
final class TokenFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";
    private static final int LONGEST_TOKEN = 200;
    private static final long LONGEST_BODY = 20L * 1024 * 1024;

    private final AccessTokens tokens;

    TokenFilter(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            Refusals.problem(response, HttpServletResponse.SC_LENGTH_REQUIRED, "Send the body with its Content-Length");
            return;
        }
        if (request.getContentLengthLong() > LONGEST_BODY) {
            Refusals.problem(
                    response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "A body has at most 20 megabytes");
            return;
        }
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.startsWith(BEARER) && header.length() <= LONGEST_TOKEN) {
            tokens.officer(header.substring(BEARER.length()).strip()).ifPresent(officer -> {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                SignedIn signedIn = new SignedIn(officer, Stage.COMPLETE);
                context.setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.getAuthorities()));
                SecurityContextHolder.setContext(context);
            });
        }
        chain.doFilter(request, response);
    }
}
