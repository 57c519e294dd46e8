package org.doudi.server.identity.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.SignIns.Admitted;
import org.doudi.server.identity.SignIns.Stage;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Who a session belongs to, however that person came in. Of the token of a city's identity system nothing is kept but whose account it
 * opened.
 */
record SignedIn(Officer officer, Stage stage) implements OidcUser {
    static final String FIRST_STEPS = "FIRST_STEPS";

    static SignedIn of(Admitted admitted) {
        return new SignedIn(admitted.officer(), admitted.stage());
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority(
                stage == Stage.FIRST_STEPS ? FIRST_STEPS : officer.role().name()));
    }

    @Override
    public String getName() {
        return officer.username();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return Map.of();
    }

    @Override
    public Map<String, Object> getClaims() {
        return Map.of();
    }

    @Override
    public OidcUserInfo getUserInfo() {
        return new OidcUserInfo(Map.of("sub", officer.username()));
    }

    @Override
    public OidcIdToken getIdToken() {
        throw new UnsupportedOperationException("the token is not kept");
    }

    @Override
    public String toString() {
        return officer.username();
    }
}
