package org.doudi.server.identity.web;

import org.doudi.server.identity.AccessTokens;
import org.doudi.server.identity.DepartmentSystems;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagers;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** The programs' door: by token only, without session or cookie, so that no page of a browser can use it for somebody. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ApiSecurity {
    @Bean
    @Order(1)
    SecurityFilterChain apiFilterChain(HttpSecurity http, AccessTokens tokens, DepartmentSystems systems) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(paths -> paths.requestMatchers(
                                "/api/v1/openapi", "/api/v1/openapi/**", "/api/v1/openapi.yaml")
                        .permitAll()
                        .requestMatchers("/api/v1/exchange/**")
                        .hasAuthority(TokenFilter.SYSTEM)
                        .anyRequest()
                        .access(AuthorizationManagers.allOf(
                                AuthenticatedAuthorizationManager.authenticated(),
                                AuthorizationManagers.not(
                                        AuthorityAuthorizationManager.hasAuthority(TokenFilter.SYSTEM)))))
                .exceptionHandling(
                        e -> e.authenticationEntryPoint((request, response, why) -> Refusals.unknown(request, response))
                                .accessDeniedHandler(Refusals::denied))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new TokenFilter(tokens, systems), AuthorizationFilter.class)
                .addFilterAfter(new ScopeFilter(), AuthorizationFilter.class)
                .build();
    }
}
