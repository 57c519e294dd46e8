package org.doudi.server.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doudi.server.audit.HouseholdsInSight;
import org.doudi.server.identity.PartOfPage;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.GivenReasons;
import org.doudi.server.registry.RunningWork;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Shows nothing of a household before it is said why, neither its page nor a card or page of it that another capability keeps. Who has to do
 * with a running case of it, or comes from one, has the case's number as the reason; everybody else is asked, once a household and session.
 */
@Configuration(proxyBeanMethods = false)
class ReasonGate implements WebMvcConfigurer {
    private static final String ALL = "/households/*/**";
    private static final String ONE = "/households/*";
    private static final String ASKS = "/households/*/reason";
    private static final Pattern HOUSEHOLD = Pattern.compile("/households/(\\d{1,18})(/.*)?");

    private final ObjectProvider<GivenReasons> reasons;
    private final ObjectProvider<HouseholdsInSight> inSight;
    private final ObjectProvider<RunningWork> work;

    ReasonGate(
            ObjectProvider<GivenReasons> reasons,
            ObjectProvider<HouseholdsInSight> inSight,
            ObjectProvider<RunningWork> work) {
        this.reasons = reasons;
        this.inSight = inSight;
        this.work = work;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Gate()).addPathPatterns(ONE, ALL).excludePathPatterns(ASKS);
    }

    private final class Gate implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                throws IOException {
            Matcher path = HOUSEHOLD.matcher(request.getRequestURI());
            if (!(handler instanceof HandlerMethod method) || Scope.current() == null || !path.matches()) {
                return true;
            }
            long household = Long.parseLong(path.group(1));
            if (!closed(household, request.getParameter("case"))) {
                return true;
            }
            String query = request.getQueryString();
            String own = "/households/" + household;
            // a card without its page says nothing, so whoever asks for one is taken to the page
            boolean card = method.hasMethodAnnotation(PartOfPage.class);
            String to = request.getMethod().equals("GET") && !card
                    ? request.getRequestURI() + (query == null ? "" : "?" + query)
                    : own;
            String ask = own + "/reason?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
            if (request.getHeader("HX-Request") != null) {
                response.setHeader("HX-Redirect", ask);
                response.setStatus(HttpStatus.FORBIDDEN.value());
            } else {
                response.sendRedirect(ask);
            }
            return false;
        }
    }

    /** Whether the reason is still to be asked; of what one does not see, nothing is said. */
    private boolean closed(long household, @Nullable String from) {
        GivenReasons given = reasons.getObject();
        if (!given.of(household).isEmpty() || !inSight.getObject().sees(household)) {
            return false;
        }
        Optional<String> number = work.stream()
                .flatMap(w -> w.ofMine(household).or(() -> w.of(household).filter(n -> n.equals(from))).stream())
                .findFirst();
        number.ifPresent(n -> given.give(household, n));
        return number.isEmpty();
    }
}
