package org.doudi.server.identity.store;

import java.security.SecureRandom;
import java.util.Objects;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes, hashes and compares passwords. */
@Component
final class Passwords {
    /** Without the letters and digits that are read for one another. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 16;

    private final SecureRandom random = new SecureRandom();
    private final Argon2PasswordEncoder argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final String nobody = Objects.requireNonNull(argon2.encode("nobody"));

    String fresh() {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }

    String hash(String password) {
        return Objects.requireNonNull(argon2.encode(password));
    }

    boolean matches(String password, String hash) {
        return argon2.matches(password, hash);
    }

    /** Takes as long as a real comparison, so that the answer's time does not tell which user names exist. */
    void matchNobody(String password) {
        argon2.matches(password, nobody);
    }
}
