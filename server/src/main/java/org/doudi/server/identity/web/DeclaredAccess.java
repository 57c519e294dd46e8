package org.doudi.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.AnnotatedElement;
import java.util.Set;
import java.util.stream.Stream;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OpenToAll;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Lets a request through to a handler of the platform only as the handler declares. A refusal looks like an unknown address. */
public final class DeclaredAccess implements HandlerInterceptor {
    private static final String OURS = "org.doudi.";

    /** What a handler declares. */
    public sealed interface Declaration {
        /** No sign-in is needed. */
        record Open() implements Declaration {}

        /** These roles only. */
        record Roles(Set<Role> roles) implements Declaration {}

        /** Nothing, which lets nobody in. */
        record Missing() implements Declaration {}
    }

    /** What a handler's method declares, or else its class. */
    public static Declaration of(HandlerMethod handler) {
        return Stream.of(declaredOn(handler.getMethod()), declaredOn(handler.getBeanType()))
                .filter(d -> !(d instanceof Declaration.Missing))
                .findFirst()
                .orElseGet(Declaration.Missing::new);
    }

    /** Whether the platform itself wrote the handler. */
    public static boolean isOurs(HandlerMethod handler) {
        return handler.getBeanType().getName().startsWith(OURS);
    }

    private static Declaration declaredOn(AnnotatedElement element) {
        Access access = AnnotatedElementUtils.findMergedAnnotation(element, Access.class);
        if (access != null) {
            return new Declaration.Roles(Set.of(access.value()));
        }
        return AnnotatedElementUtils.hasAnnotation(element, OpenToAll.class)
                ? new Declaration.Open()
                : new Declaration.Missing();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws NoResourceFoundException {
        if (!(handler instanceof HandlerMethod method) || !isOurs(method) || allows(of(method))) {
            return true;
        }
        String path = request.getRequestURI();
        throw new NoResourceFoundException(HttpMethod.valueOf(request.getMethod()), path, path);
    }

    private static boolean allows(Declaration declaration) {
        Officer officer = Scope.current();
        return declaration instanceof Declaration.Open
                || (declaration instanceof Declaration.Roles only
                        && officer != null
                        && only.roles().contains(officer.role()));
    }
}
