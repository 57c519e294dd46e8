package org.doudi.server.identity.web;

import org.doudi.server.identity.Role;
import org.doudi.server.identity.SignIns;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.session.HttpSessionEventPublisher;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who gets in, and what a browser is told about our pages. Everything is closed that is not declared open. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SecurityConfiguration implements WebMvcConfigurer {
    private static final int SESSIONS = 2;
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new DeclaredAccess());
    }

    @Bean
    SessionRegistry sessionRegistry() {
        return new SessionRegistryImpl();
    }

    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            SignInProvider provider,
            SignIns signIns,
            CitySignIn city,
            SessionRegistry sessions,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers,
            @Value("${doudi.https:false}") boolean https) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.secure(https).sameSite("Lax"));
        city.open(http);
        return http.authenticationProvider(provider)
                .authorizeHttpRequests(paths -> paths.requestMatchers(
                                "/webjars/**", "/assets/**", "/error", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers(new OpenPaths(handlers))
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAuthority(Role.SYSTEM_ADMINISTRATOR.name())
                        .requestMatchers("/account/first")
                        .hasAuthority(SignedIn.FIRST_STEPS)
                        .anyRequest()
                        .access(AuthorizationManagers.allOf(
                                AuthenticatedAuthorizationManager.authenticated(),
                                AuthorizationManagers.not(
                                        AuthorityAuthorizationManager.hasAuthority(SignedIn.FIRST_STEPS)))))
                .formLogin(form -> form.loginPage("/login")
                        .authenticationDetailsSource(SignInProvider.Details::of)
                        .defaultSuccessUrl("/", true)
                        .failureHandler((request, response, e) ->
                                response.sendRedirect(request.getContextPath() + "/login?failed")))
                .logout(logout -> logout.addLogoutHandler((request, response, who) -> noteLeft(signIns, who))
                        .deleteCookies("JSESSIONID")
                        .logoutSuccessUrl("/login?out"))
                .exceptionHandling(
                        e -> e.authenticationEntryPoint((request, response, why) -> Refusals.unknown(request, response))
                                .accessDeniedHandler(Refusals::denied))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .sessionManagement(s -> s.sessionFixation(fixation -> fixation.changeSessionId())
                        .sessionConcurrency(c -> c.maximumSessions(SESSIONS)
                                .sessionRegistry(sessions)
                                .expiredUrl("/login?ended")))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterAfter(new ScopeFilter(), AuthorizationFilter.class)
                .addFilterAfter(new ZeroBytes(), ScopeFilter.class)
                .build();
    }

    private static void noteLeft(SignIns signIns, @Nullable Authentication who) {
        if (who != null && who.getPrincipal() instanceof SignedIn signedIn) {
            signIns.left(signedIn.officer());
        }
    }
}
