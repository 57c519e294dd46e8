package org.doudi.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** The addresses of the handlers that are open to all; every other address needs a sign-in before it is looked at. */
final class OpenPaths implements RequestMatcher {
    private final ObjectProvider<RequestMappingHandlerMapping> handlers;
    private volatile @Nullable List<PathPattern> patterns;

    OpenPaths(ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.handlers = handlers;
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        List<PathPattern> open = patterns;
        if (open == null) {
            open = collect();
            patterns = open;
        }
        PathContainer path = PathContainer.parsePath(
                request.getRequestURI().substring(request.getContextPath().length()));
        return open.stream().anyMatch(p -> p.matches(path));
    }

    private List<PathPattern> collect() {
        return handlers.getObject().getHandlerMethods().entrySet().stream()
                .filter(e -> DeclaredAccess.isOurs(e.getValue())
                        && DeclaredAccess.of(e.getValue()) instanceof DeclaredAccess.Declaration.Open)
                .flatMap(e -> patterns(e.getKey()).stream())
                .toList();
    }

    private static List<PathPattern> patterns(RequestMappingInfo info) {
        PathPatternsRequestCondition condition = info.getPathPatternsCondition();
        return condition == null ? List.of() : List.copyOf(condition.getPatterns());
    }
}
