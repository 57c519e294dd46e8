package org.doudi.server.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a form with a zero byte in it, which no keyboard types and no table keeps. */
final class ZeroBytes extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean found = request.getParameterMap().entrySet().stream()
                .anyMatch(e -> e.getKey().indexOf('\0') >= 0
                        || Arrays.stream(e.getValue()).anyMatch(v -> v.indexOf('\0') >= 0));
        if (found) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }
}
