package org.doudi.server.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens by which programs work as an account, with that account's role and area. */
public interface AccessTokens {
    /** The longest time that a token is good for, in days. */
    int MOST_DAYS = 366;

    /**
     * A token as the security administrator sees it.
     *
     * @param expiresOn the last day it is good for
     */
    record Token(
            long id,
            OfficerId account,
            String label,
            LocalDate expiresOn,
            @Nullable Instant revokedAt,
            @Nullable Instant lastUsedAt) {}

    /**
     * Makes a token; it is shown once and kept nowhere in the clear.
     *
     * @param account an account that works with people
     * @param label what it is for
     * @param days how long it is good for, 1 to {@link #MOST_DAYS}
     * @throws AccountRefused if the account cannot have one
     */
    String issue(OfficerId account, String label, int days);

    /** Ends a token at once. */
    void revoke(long token);

    /** The tokens of all accounts, the newest first. */
    List<Token> all();

    /** Whom a token lets in: the account is active, the token neither expired nor revoked. */
    Optional<Officer> officer(String token);
}
