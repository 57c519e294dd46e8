package org.doudi.server.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doudi.server.identity.AccessTokens;
import org.doudi.server.identity.DepartmentSystems;
import org.doudi.server.identity.DepartmentSystems.Admitted;
import org.doudi.server.identity.DepartmentSystems.Proof;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Rights;
import org.doudi.server.identity.SignIns.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a program in by its token, and turns away bodies that are too long to be looked at. */
final class TokenFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";
    private static final int LONGEST_TOKEN = 200;
    private static final long LONGEST_BODY = 20L * 1024 * 1024;

    /** The authority of a department's system, which the other doors for programs do not let in. */
    static final String SYSTEM = "SYSTEM";

    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private final AccessTokens tokens;
    private final DepartmentSystems systems;

    TokenFilter(AccessTokens tokens, DepartmentSystems systems) {
        this.tokens = tokens;
        this.systems = systems;
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
            String token = header.substring(BEARER.length()).strip();
            Optional<Officer> officer = tokens.officer(token);
            officer.ifPresent(o -> letIn(o, Set.of()));
            Optional<Admitted> system =
                    officer.isPresent() ? Optional.empty() : systems.admitted(token, certificate(request));
            if (system.filter(s -> s.proof() != Proof.AS_REGISTERED).isPresent()) {
                stolen(system.get().proof(), response);
                return;
            }
            system.ifPresent(TokenFilter::letIn);
        }
        chain.doFilter(request, response);
    }

    /** Says to which connection the token belongs (RFC 6750, section 3.1), which is no secret to its system. */
    private static void stolen(Proof proof, HttpServletResponse response) throws IOException {
        String why = proof == Proof.NO_CERTIFICATE
                ? "This token counts only on a connection that shows the certificate of its system; this one shows none"
                : "This token counts only with the certificate of its system; this connection shows another one";
        response.setHeader(
                HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\", error_description=\"" + why + "\"");
        Refusals.problem(response, HttpServletResponse.SC_UNAUTHORIZED, why);
    }

    private static void letIn(Admitted system) {
        Set<String> authorities = new HashSet<>();
        authorities.add(SYSTEM);
        system.rights().forEach(right -> authorities.add(Rights.PREFIX + right));
        letIn(system.officer(), authorities);
    }

    private static void letIn(Officer officer, Set<String> more) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        SignedIn signedIn = new SignedIn(officer, Stage.COMPLETE);
        List<GrantedAuthority> authorities = new ArrayList<>(signedIn.getAuthorities());
        more.forEach(authority -> authorities.add(new SimpleGrantedAuthority(authority)));
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(signedIn, null, authorities));
        SecurityContextHolder.setContext(context);
    }

    private static @Nullable X509Certificate certificate(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] shown && shown.length > 0
                ? shown[0]
                : null;
    }
}
