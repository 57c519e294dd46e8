package org.doudi.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.doudi.server.identity.SignIns;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Signing in by the city's own identity system (OpenID Connect): it answers for the person, the account here says what the person may. */
@Component
class CitySignIn {
    private static final String ID = "city";
    private static final String ANY = "any";

    private final SignIns signIns;
    private final String issuer;
    private final String client;
    private final String secret;
    private final String claim;
    private final List<String> factors;
    private volatile @Nullable ClientRegistration registration;

    CitySignIn(
            SignIns signIns,
            @Value("${doudi.oidc.issuer:}") String issuer,
            @Value("${doudi.oidc.client:}") String client,
            @Value("${doudi.oidc.secret:}") String secret,
            @Value("${doudi.oidc.claim:preferred_username}") String claim,
            @Value("${doudi.oidc.factors:mfa,otp,hwk,swk,sc}") String factors) {
        this.signIns = signIns;
        this.issuer = issuer;
        this.client = client;
        this.secret = secret;
        this.claim = claim;
        this.factors = Arrays.asList(factors.split(","));
    }

    /** Whether the city has such a system. */
    boolean isOn() {
        return !issuer.isEmpty();
    }

    /** Opens this way in, where the city has such a system. */
    void open(HttpSecurity http) {
        if (!isOn()) {
            return;
        }
        ClientRegistrationRepository clients = id -> ID.equals(id) ? registration() : null;
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(clients)
                .authorizedClientRepository(new ForgottenTokens())
                .userInfoEndpoint(user -> user.oidcUserService(this::officer))
                .defaultSuccessUrl("/", true)
                .failureHandler(
                        (request, response, e) -> response.sendRedirect(request.getContextPath() + "/login?failed")));
    }

    /** Asked at the first use, so that the platform starts while that system is away. */
    private ClientRegistration registration() {
        ClientRegistration known = registration;
        if (known == null) {
            known = ClientRegistrations.fromIssuerLocation(issuer)
                    .registrationId(ID)
                    .clientId(client)
                    .clientSecret(secret)
                    .scope("openid", "profile")
                    .build();
            registration = known;
        }
        return known;
    }

    private OidcUser officer(OidcUserRequest request) {
        var token = request.getIdToken();
        String username = token.getClaimAsString(claim);
        List<String> used =
                Optional.ofNullable(token.getClaimAsStringList("amr")).orElse(List.of());
        if (username == null || !(factors.contains(ANY) || used.stream().anyMatch(factors::contains))) {
            throw new OAuth2AuthenticationException("no user name, or one factor only");
        }
        return signIns.vouched(username, from())
                .map(SignedIn::of)
                .orElseThrow(() -> new OAuth2AuthenticationException("no account here"));
    }

    private static String from() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes servlet
                ? servlet.getRequest().getRemoteAddr()
                : "";
    }

    /** Keeps no token of the identity system: nothing here needs one after the sign-in. */
    private static final class ForgottenTokens implements OAuth2AuthorizedClientRepository {
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // the interface has it so
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String id, Authentication who, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient authorized,
                Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {
            // forgotten on purpose
        }

        @Override
        public void removeAuthorizedClient(
                String id, Authentication who, HttpServletRequest request, HttpServletResponse response) {
            // there is none
        }
    }
}
