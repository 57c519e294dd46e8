package org.doudi.server.identity.store;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.doudi.server.identity.AccessTokens;
import org.doudi.server.identity.AccountChanged;
import org.doudi.server.identity.AccountChanged.Change;
import org.doudi.server.identity.AccountRefused;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Sha256;
import org.doudi.server.identity.WorksWithPeople;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Tokens in the table identity.access_token. */
@Repository
@Transactional
class StoredAccessTokens implements AccessTokens {
    private static final String PREFIX = "doudi_";
    private static final int BYTES = 32;
    private static final int LONGEST_LABEL = 60;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();

    StoredAccessTokens(JdbcClient jdbc, Accounts accounts, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.events = events;
    }

    @Override
    public String issue(OfficerId account, String label, int days) {
        String name = label.strip();
        Role role = accounts.byId(account).map(Officer::role).orElse(Role.SYSTEM);
        if (!WorksWithPeople.ROLES.contains(role)) {
            throw new AccountRefused(AccountRefused.Cause.TOKEN_ROLE);
        }
        if (name.isEmpty() || name.length() > LONGEST_LABEL || days < 1 || days > MOST_DAYS) {
            throw new AccountRefused(AccountRefused.Cause.TOKEN_FORM);
        }
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        jdbc.sql("insert into identity.access_token (account, label, digest, made_at, expires_on)"
                        + " values (?, ?, ?, ?, ?)")
                .params(
                        account.value(),
                        name,
                        digest(token),
                        Timestamp.from(clock.instant()),
                        LocalDate.now(clock.withZone(Area.ZONE)).plusDays(days))
                .update();
        events.publishEvent(new AccountChanged(account, Change.TOKEN_ISSUED, name));
        return token;
    }

    @Override
    public void revoke(long token) {
        jdbc.sql("update identity.access_token set revoked_at = ? where id = ? and revoked_at is null"
                        + " returning account")
                .params(Timestamp.from(clock.instant()), token)
                .query(Long.class)
                .optional()
                .ifPresent(account -> events.publishEvent(
                        new AccountChanged(new OfficerId(account), Change.TOKEN_REVOKED, Long.toString(token))));
    }

    @Override
    public List<Token> all() {
        return jdbc.sql("select id, account, label, expires_on, revoked_at, last_used_at from identity.access_token"
                        + " order by id desc")
                .query((row, n) -> {
                    Timestamp revoked = row.getTimestamp("revoked_at");
                    Timestamp used = row.getTimestamp("last_used_at");
                    return new Token(
                            row.getLong("id"),
                            new OfficerId(row.getLong("account")),
                            row.getString("label"),
                            row.getObject("expires_on", LocalDate.class),
                            revoked == null ? null : revoked.toInstant(),
                            used == null ? null : used.toInstant());
                })
                .list();
    }

    private record Found(long id, boolean stale, Officer officer) {}

    @Override
    public Optional<Officer> officer(String token) {
        if (!token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        Timestamp now = Timestamp.from(clock.instant());
        Optional<Found> found = jdbc.sql("select t.id, a.id as account, a.username, a.name, a.role, a.area,"
                        + " t.last_used_at is null or t.last_used_at < :hourAgo as stale"
                        + " from identity.access_token t join identity.account a on a.id = t.account"
                        + " where t.digest = :digest and t.revoked_at is null and t.expires_on >= :today"
                        + " and a.state = 'ACTIVE' and a.role = any (:roles)")
                .param("digest", digest(token))
                .param("hourAgo", Timestamp.from(clock.instant().minus(Duration.ofHours(1))))
                .param("today", LocalDate.now(clock.withZone(Area.ZONE)))
                .param("roles", roles())
                .query((row, n) -> new Found(
                        row.getLong("id"),
                        row.getBoolean("stale"),
                        new Officer(
                                new OfficerId(row.getLong("account")),
                                row.getString("username"),
                                row.getString("name"),
                                Role.valueOf(row.getString("role")),
                                new Area(row.getString("area")))))
                .optional();
        found.filter(Found::stale)
                .ifPresent(f -> jdbc.sql("update identity.access_token set last_used_at = ? where id = ?")
                        .params(now, f.id())
                        .update());
        return found.map(Found::officer);
    }

    private static String[] roles() {
        return WorksWithPeople.ROLES.stream().map(Role::name).toArray(String[]::new);
    }

    private static byte[] digest(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.US_ASCII));
    }
}
