package org.doudi.server.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import org.doudi.server.identity.DepartmentSystems;
import org.doudi.server.identity.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.OAuth2AccessTokenGenerator;
import org.springframework.security.web.SecurityFilterChain;

/** Where systems of departments get their tokens: OAuth 2, client credentials, and nothing else of it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class SystemTokens {
    private static final String ADDRESS = "/oauth2/token";
    private static final Duration LIFE = Duration.ofMinutes(15);

    @Bean
    @Order(0)
    SecurityFilterChain tokenFilterChain(HttpSecurity http, DepartmentSystems systems) {
        return http.securityMatcher(ADDRESS)
                .with(
                        new OAuth2AuthorizationServerConfigurer(),
                        server -> server.registeredClientRepository(new Clients(systems))
                                .authorizationService(new Kept(systems))
                                .tokenGenerator(new OAuth2AccessTokenGenerator())
                                .authorizationServerSettings(AuthorizationServerSettings.builder()
                                        .tokenEndpoint(ADDRESS)
                                        .build())
                                .clientAuthentication(client ->
                                        client.authenticationProviders(providers -> providers.forEach(provider -> {
                                            if (provider instanceof ClientSecretAuthenticationProvider bySecret) {
                                                bySecret.setPasswordEncoder(new Digests());
                                            }
                                        }))))
                .authorizeHttpRequests(paths -> paths.anyRequest().authenticated())
                .exceptionHandling(e -> e.authenticationEntryPoint((request, response, why) -> Refusals.problem(
                        response, HttpServletResponse.SC_UNAUTHORIZED, "Send grant_type, client and secret")))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** The systems as the library wants them. */
    private record Clients(DepartmentSystems systems) implements RegisteredClientRepository {
        @Override
        public void save(RegisteredClient client) {
            throw new UnsupportedOperationException("systems are registered by the security administrator");
        }

        @Override
        public @Nullable RegisteredClient findById(String id) {
            return findByClientId(id);
        }

        @Override
        public @Nullable RegisteredClient findByClientId(String client) {
            return systems.client(client)
                    .map(found -> RegisteredClient.withId(found.client())
                            .clientId(found.client())
                            .clientSecret(found.secretDigest())
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                            .scopes(scopes -> scopes.addAll(found.rights()))
                            .tokenSettings(TokenSettings.builder()
                                    .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                                    .accessTokenTimeToLive(LIFE)
                                    .build())
                            .build())
                    .orElse(null);
        }
    }

    /** Keeps the digests of the tokens, and gives nothing back. */
    private record Kept(DepartmentSystems systems) implements OAuth2AuthorizationService {
        @Override
        public void save(OAuth2Authorization given) {
            OAuth2AccessToken token =
                    Objects.requireNonNull(given.getAccessToken()).getToken();
            Instant until = Objects.requireNonNull(token.getExpiresAt());
            systems.keep(token.getTokenValue(), given.getRegisteredClientId(), given.getAuthorizedScopes(), until);
        }

        @Override
        public void remove(OAuth2Authorization given) {
            throw new UnsupportedOperationException("a token ends with its time or its system");
        }

        @Override
        public @Nullable OAuth2Authorization findById(String id) {
            return null;
        }

        @Override
        public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
            return null;
        }
    }

    /** Secrets are random, so that a digest is all that has to be kept. */
    private static final class Digests implements PasswordEncoder {
        @Override
        public String encode(@Nullable CharSequence secret) {
            return HexFormat.of().formatHex(Sha256.of(String.valueOf(secret).getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public boolean matches(@Nullable CharSequence secret, @Nullable String digest) {
            return digest != null
                    && MessageDigest.isEqual(
                            encode(secret).getBytes(StandardCharsets.US_ASCII),
                            digest.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
