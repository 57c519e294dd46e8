package org.doudi.server.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets the script that keeps forms at hand without a network work for the pages, though it lies among the static files. */
@Configuration(proxyBeanMethods = false)
class PhoneWorker implements WebMvcConfigurer {
    private static final String SCRIPT = "/assets/shell/worker*.js";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        response.setHeader("Service-Worker-Allowed", "/");
                        return true;
                    }
                })
                .addPathPatterns(SCRIPT);
    }
}
