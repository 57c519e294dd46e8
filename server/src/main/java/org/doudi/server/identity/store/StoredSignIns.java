package org.doudi.server.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.doudi.server.identity.AccountChanged;
import org.doudi.server.identity.AccountChanged.Change;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.OneTimeCode;
import org.doudi.server.identity.PasswordFault;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.SignInTried;
import org.doudi.server.identity.SignInTried.Outcome;
import org.doudi.server.identity.SignIns;
import org.doudi.server.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sign-in against the table identity.account. */
@Component
class StoredSignIns implements SignIns {
    private static final int FAILURES = 5;
    private static final Duration LOCKED_FOR = Duration.ofMinutes(15);
    private static final int LONGEST_INPUT = 200;
    private static final String COLUMNS =
            "id, username, name, role, area, password_hash, must_change, totp_secret, totp_step";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final Clock clock = Clock.systemUTC();

    StoredSignIns(JdbcClient jdbc, Vault vault, Passwords passwords, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.passwords = passwords;
        this.events = events;
    }

    private record Row(
            Officer officer,
            String hash,
            boolean mustChange,
            @Nullable String secret,
            long step) {}

    @Override
    public Optional<Admitted> attempt(String username, String password, String code, String from) {
        if (username.length() > LONGEST_INPUT || password.length() > LONGEST_INPUT) {
            return failed(null);
        }
        Instant now = clock.instant();
        Optional<Row> found = countAttempt(username, now);
        if (found.isEmpty()) {
            passwords.matchNobody(password);
            return failed(null);
        }
        Row row = found.get();
        if (!passwords.matches(password, row.hash()) || !(row.mustChange() || useCode(row, code, now))) {
            return failed(row.officer());
        }
        return Optional.of(letIn(row.officer(), row.mustChange() ? Stage.FIRST_STEPS : Stage.COMPLETE, from, now));
    }

    private Admitted letIn(Officer officer, Stage stage, String from, Instant now) {
        jdbc.sql("update identity.account set failures = 0, locked_until = null, last_sign_in_at = :now,"
                        + " last_sign_in_from = :from where id = :id")
                .param("now", Timestamp.from(now))
                .param("from", from)
                .param("id", officer.id().value())
                .update();
        events.publishEvent(new SignInTried(Outcome.IN, officer));
        return new Admitted(officer, stage);
    }

    @Override
    @Transactional
    public Optional<Admitted> vouched(String username, String from) {
        Optional<Row> found = jdbc.sql(
                        "select " + COLUMNS + " from identity.account where username = ? and state = 'ACTIVE'")
                .param(username)
                .query(this::row)
                .optional();
        if (found.isEmpty()) {
            return failed(null);
        }
        return Optional.of(letIn(found.get().officer(), Stage.COMPLETE, from, clock.instant()));
    }

    private Optional<Admitted> failed(@Nullable Officer officer) {
        events.publishEvent(new SignInTried(Outcome.FAILED, officer));
        return Optional.empty();
    }

    /** Counts the attempt before it is looked at, so that many at once get no more tries than one after another. */
    private Optional<Row> countAttempt(String username, Instant now) {
        return jdbc.sql("update identity.account set"
                        + " failures = case when locked_until <= :now then 1 else failures + 1 end,"
                        + " locked_until = case when locked_until <= :now then null"
                        + " when failures + 1 >= :most then cast(:until as timestamptz) end"
                        + " where username = :username and state = 'ACTIVE'"
                        + " and (locked_until is null or locked_until <= :now) returning " + COLUMNS)
                .param("now", Timestamp.from(now))
                .param("most", FAILURES)
                .param("until", Timestamp.from(now.plus(LOCKED_FOR)))
                .param("username", username)
                .query(this::row)
                .optional();
    }

    /** Accepts a code once: the step it belongs to must be later than the last one used. */
    private boolean useCode(Row row, String code, Instant now) {
        String secret = row.secret();
        if (secret == null) {
            return false;
        }
        OptionalLong step = OneTimeCode.check(secret, code, now, row.step());
        return step.isPresent()
                && jdbc.sql("update identity.account set totp_step = :step where id = :id and totp_step < :step")
                                .param("step", step.getAsLong())
                                .param("id", row.officer().id().value())
                                .update()
                        == 1;
    }

    @Override
    @Transactional
    public String secretToEnrol(OfficerId id) {
        Row row = forFirstSteps(id);
        String kept = row.secret();
        if (kept != null) {
            return kept;
        }
        String secret = OneTimeCode.newSecret();
        jdbc.sql("update identity.account set totp_secret = :secret, totp_step = 0 where id = :id")
                .param("secret", vault.encrypt(StoredAccounts.SECRET_CONTEXT, secret))
                .param("id", id.value())
                .update();
        return secret;
    }

    @Override
    @Transactional
    public Optional<PasswordFault> finishFirstSteps(OfficerId id, String password, String code) {
        Row row = forFirstSteps(id);
        Optional<PasswordFault> fault = faultOf(row, password);
        if (fault.isPresent()) {
            return fault;
        }
        if (!useCode(row, code, clock.instant())) {
            return Optional.of(PasswordFault.WRONG_CODE);
        }
        store(id, password);
        return Optional.empty();
    }

    @Override
    @Transactional
    public Optional<PasswordFault> changePassword(OfficerId id, String old, String password) {
        Row row = byId(id, "");
        if (old.length() > LONGEST_INPUT || !passwords.matches(old, row.hash())) {
            return Optional.of(PasswordFault.WRONG_OLD);
        }
        Optional<PasswordFault> fault = faultOf(row, password);
        if (fault.isEmpty()) {
            store(id, password);
        }
        return fault;
    }

    private Optional<PasswordFault> faultOf(Row row, String password) {
        return PasswordFault.of(password, row.officer().username())
                .or(() -> passwords.matches(password, row.hash())
                        ? Optional.of(PasswordFault.SAME_AS_BEFORE)
                        : Optional.empty());
    }

    private void store(OfficerId id, String password) {
        jdbc.sql("update identity.account set password_hash = :hash, password_changed_at = :now,"
                        + " must_change = false where id = :id")
                .param("hash", passwords.hash(password))
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();
        events.publishEvent(new AccountChanged(id, Change.PASSWORD_CHANGED, ""));
    }

    @Override
    public void left(Officer officer) {
        events.publishEvent(new SignInTried(Outcome.OUT, officer));
    }

    private Row forFirstSteps(OfficerId id) {
        return byId(id, " and must_change");
    }

    private Row byId(OfficerId id, String and) {
        return jdbc.sql("select " + COLUMNS + " from identity.account where id = :id and state = 'ACTIVE'" + and
                        + " for update")
                .param("id", id.value())
                .query(this::row)
                .single();
    }

    private Row row(ResultSet row, int index) throws SQLException {
        byte[] secret = row.getBytes("totp_secret");
        Officer officer = new Officer(
                new OfficerId(row.getLong("id")),
                Objects.requireNonNull(row.getString("username")),
                Objects.requireNonNull(row.getString("name")),
                Role.valueOf(row.getString("role")),
                new Area(Objects.requireNonNull(row.getString("area"))));
        return new Row(
                officer,
                Objects.requireNonNull(row.getString("password_hash")),
                row.getBoolean("must_change"),
                secret == null ? null : vault.decrypt(StoredAccounts.SECRET_CONTEXT, secret),
                row.getLong("totp_step"));
    }
}
