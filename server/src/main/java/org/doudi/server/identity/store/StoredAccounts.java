package org.doudi.server.identity.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.doudi.server.identity.Account;
import org.doudi.server.identity.AccountChanged;
import org.doudi.server.identity.AccountChanged.Change;
import org.doudi.server.identity.AccountRefused;
import org.doudi.server.identity.AccountState;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.NewAccount;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.OneTimeCode;
import org.doudi.server.identity.Role;
import org.doudi.server.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The accounts in the table identity.account. */
@Repository
@Transactional
class StoredAccounts implements Accounts {
    static final String SECRET_CONTEXT = "identity.account.totp_secret";

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
    private static final int LONGEST_NAME = 60;
    private static final String COLUMNS =
            "select id, username, name, role, area, state, last_sign_in_at, last_sign_in_from from identity.account";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final Area city;
    private final Clock clock = Clock.systemUTC();

    StoredAccounts(
            JdbcClient jdbc,
            Vault vault,
            Passwords passwords,
            ApplicationEventPublisher events,
            @Value("${doudi.city:2109}") String city) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.passwords = passwords;
        this.events = events;
        this.city = new Area(city);
    }

    @Override
    public NewAccount create(String username, String name, Role role, Area area) {
        if (role == Role.SYSTEM) {
            throw new AccountRefused(AccountRefused.Cause.ROLE_NOT_GIVEN);
        }
        String password = passwords.fresh();
        String secret = OneTimeCode.newSecret();
        OfficerId id = insert(username, name, password, secret);
        give(id, role, area);
        tell(id, Change.MADE, role.name() + " " + area.code());
        return new NewAccount(new Officer(id, username, name, role, area), password, secret);
    }

    @Override
    public NewAccount createFirstAdministrator() {
        if (!none()) {
            throw new AccountRefused(AccountRefused.Cause.NOT_FIRST);
        }
        String password = passwords.fresh();
        OfficerId id = insert("admin", "系统管理员", password, null);
        give(id, Role.SYSTEM_ADMINISTRATOR, city);
        tell(id, Change.MADE, Role.SYSTEM_ADMINISTRATOR.name() + " " + city.code());
        return new NewAccount(byId(id).orElseThrow(), password, "");
    }

    @Override
    public String invite(String username, String name) {
        String password = passwords.fresh();
        tell(insert(username, name, password, null), Change.MADE, "");
        return password;
    }

    private OfficerId insert(String username, String name, String password, @Nullable String secret) {
        if (!USERNAME.matcher(username).matches()) {
            throw new AccountRefused(AccountRefused.Cause.USERNAME_FORM);
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new AccountRefused(AccountRefused.Cause.NAME_FORM);
        }
        try {
            return new OfficerId(jdbc.sql("insert into identity.account (username, name, state, password_hash,"
                            + " password_changed_at, must_change, totp_secret, created_at)"
                            + " values (:username, :name, 'WAITING', :hash, :now, :must, :secret, :now) returning id")
                    .param("username", username)
                    .param("name", name)
                    .param("hash", passwords.hash(password))
                    .param("now", Timestamp.from(clock.instant()))
                    .param("must", secret == null)
                    .param("secret", vault.encryptOrNull(SECRET_CONTEXT, secret))
                    .query(Long.class)
                    .single());
        } catch (DuplicateKeyException e) {
            throw new AccountRefused(AccountRefused.Cause.USERNAME_TAKEN);
        }
    }

    private void give(OfficerId id, Role role, Area area) {
        need(jdbc.sql("update identity.account set role = :role, area = :area,"
                        + " state = case when state = 'WAITING' then 'ACTIVE' else state end where id = :id")
                .param("role", role.name())
                .param("area", area.code())
                .param("id", id.value())
                .update());
    }

    @Override
    public void assign(OfficerId id, Role role, Area area) {
        if (role == Role.SYSTEM) {
            throw new AccountRefused(AccountRefused.Cause.ROLE_NOT_GIVEN);
        }
        give(id, role, area);
        tell(id, Change.ASSIGNED, role.name() + " " + area.code());
    }

    @Override
    public void lock(OfficerId id) {
        need(jdbc.sql("update identity.account set state = 'LOCKED' where id = :id and state = 'ACTIVE'")
                .param("id", id.value())
                .update());
        tell(id, Change.LOCKED, "");
    }

    @Override
    public void unlock(OfficerId id) {
        need(jdbc.sql("update identity.account set state = 'ACTIVE', failures = 0, locked_until = null"
                        + " where id = :id and state <> 'WAITING'")
                .param("id", id.value())
                .update());
        tell(id, Change.UNLOCKED, "");
    }

    @Override
    public String reset(OfficerId id) {
        String password = passwords.fresh();
        need(jdbc.sql("update identity.account set password_hash = :hash, password_changed_at = :now,"
                        + " must_change = true, totp_secret = null, totp_step = 0 where id = :id")
                .param("hash", passwords.hash(password))
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update());
        tell(id, Change.RESET, "");
        return password;
    }

    private void tell(OfficerId id, Change change, String detail) {
        events.publishEvent(new AccountChanged(id, change, detail));
    }

    private static void need(int rows) {
        if (rows != 1) {
            throw new AccountRefused(AccountRefused.Cause.UNKNOWN);
        }
    }

    @Override
    public Optional<Officer> byId(OfficerId id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id.value())
                .query(StoredAccounts::account)
                .optional()
                .flatMap(Account::officer);
    }

    @Override
    public Optional<Officer> byUsername(String username) {
        return jdbc.sql(COLUMNS + " where username = :username")
                .param("username", username)
                .query(StoredAccounts::account)
                .optional()
                .flatMap(Account::officer);
    }

    @Override
    public List<Officer> inArea(Area area, Role... roles) {
        if (roles.length == 0) {
            return List.of();
        }
        return jdbc
                .sql(COLUMNS + " where state = 'ACTIVE' and area like :area || '%' and role in (:roles)"
                        + " order by name, id")
                .param("area", area.code())
                .param("roles", Arrays.stream(roles).map(Role::name).toList())
                .query(StoredAccounts::account)
                .list()
                .stream()
                .flatMap(a -> a.officer().stream())
                .toList();
    }

    @Override
    public List<Account> all() {
        return jdbc.sql(COLUMNS + " order by username")
                .query(StoredAccounts::account)
                .list();
    }

    @Override
    public boolean none() {
        return jdbc.sql("select not exists (select from identity.account)")
                .query(Boolean.class)
                .single();
    }

    private static Account account(ResultSet row, int index) throws SQLException {
        String role = row.getString("role");
        String area = row.getString("area");
        Timestamp last = row.getTimestamp("last_sign_in_at");
        return new Account(
                new OfficerId(row.getLong("id")),
                row.getString("username"),
                row.getString("name"),
                role == null ? null : Role.valueOf(role),
                area == null ? null : new Area(area),
                AccountState.valueOf(row.getString("state")),
                last == null ? null : last.toInstant(),
                row.getString("last_sign_in_from"));
    }
}
