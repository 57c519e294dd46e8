package org.doudi.server.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.doudi.server.identity.SignIns;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Takes the three fields of the sign-in form to the door. */
@Component
final class SignInProvider implements AuthenticationProvider {
    /** What the form says beside user name and password. */
    record Details(String code, String from) {
        static Details of(HttpServletRequest request) {
            String code = request.getParameter("code");
            return new Details(code == null ? "" : code.strip(), request.getRemoteAddr());
        }
    }

    private final SignIns signIns;

    SignInProvider(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public Authentication authenticate(Authentication form) {
        if (!(form.getDetails() instanceof Details details)) {
            throw new BadCredentialsException("no form");
        }
        String password = Objects.toString(form.getCredentials(), "");
        SignIns.Admitted admitted = signIns.attempt(form.getName(), password, details.code(), details.from())
                .orElseThrow(() -> new BadCredentialsException("not let in"));
        SignedIn signedIn = SignedIn.of(admitted);
        return UsernamePasswordAuthenticationToken.authenticated(signedIn, null, signedIn.getAuthorities());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
