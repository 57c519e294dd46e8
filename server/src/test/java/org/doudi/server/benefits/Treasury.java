package org.doudi.server.benefits;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.doudi.policy.Assessment;
import org.doudi.policy.DibaoOutcome;
import org.doudi.policy.IncomeItem;
import org.doudi.server.benefits.Awards.Months;
import org.doudi.server.benefits.Awards.Whose;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.FactChange;
import org.doudi.server.registry.FactContent;
import org.doudi.server.registry.Facts;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.registry.RegistryLoader;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** A county that pays, on a real database of its own: what the tests of money share. */
@SpringBootTest
@ContextConfiguration(initializers = MoneyDatabase.class)
abstract class Treasury {
    static final String COUNTY = "210921";

    /** The month of the office's day. */
    static final LocalDate NOW = LocalDate.of(2017, 6, 1);

    @Autowired
    Awards awards;

    @Autowired
    BankAccounts accounts;

    @Autowired
    Runs runs;

    @Autowired
    Ledger ledger;

    @Autowired
    Reratings reratings;

    @Autowired
    Recoveries recoveries;

    @Autowired
    Households households;

    @Autowired
    Facts facts;

    @Autowired
    RegistryLoader loader;

    @Autowired
    Today today;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void load() {
        RegistryFixture.load(loader, households);
    }

    static Officer officer(Role role) {
        return new Officer(new OfficerId(2000 + role.ordinal()), role.name(), role.name(), role, new Area(COUNTY));
    }

    <T> T as(Role role, Supplier<T> work) {
        return Scope.as(officer(role), work);
    }

    <T> T sql(Supplier<T> work) {
        return as(Role.COUNTY_OFFICER, () -> transaction.execute(t -> work.get()));
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    /** A household that was not given out before, of the fixture's township while it has one. */
    long household() {
        return sql(() -> jdbc.sql("select id from registry.household h where not exists (select from benefits.award a"
                        + " where a.household = h.id) and not exists (select from benefits.award_change c"
                        + " where c.household = h.id) order by not starts_with(h.village, ?), id limit 1")
                .param(RegistryFixture.TOWNSHIP)
                .query(Long.class)
                .single());
    }

    long payee(long household) {
        return as(Role.COUNTY_OFFICER, () -> AwardsOfDecisions.payee(households.get(household)));
    }

    void grant(long household, Aid aid, long fen, LocalDate from, @Nullable LocalDate until) {
        long payee = payee(household);
        as(Role.COUNTY_OFFICER, () -> {
            awards.grant(
                    new Whose(household, null, aid),
                    payee,
                    Amount.of(fen),
                    new Months(from, until),
                    Reason.DECISION,
                    "case");
            return household;
        });
    }

    void end(long household, Aid aid, LocalDate from) {
        as(Role.COUNTY_OFFICER, () -> {
            awards.end(new Whose(household, null, aid), new Months(from, null), Reason.FACT, "fact");
            return household;
        });
    }

    /** Gives the payee of a household an account that is in use. */
    void account(long household) {
        account(household, "62284800");
    }

    /** Gives the payee of a household an account whose number begins so. */
    void account(long household, String digits) {
        long payee = payee(household);
        String number = luhn(digits + "%010d".formatted(payee));
        long id = as(Role.COUNTY_OFFICER, () -> {
            String holder = households.get(household).members().stream()
                    .filter(m -> m.person() == payee)
                    .findFirst()
                    .orElseThrow()
                    .name();
            return accounts.propose(household, payee, holder, "402211000018", number);
        });
        as(Role.COUNTY_APPROVER, () -> {
            accounts.approve(id);
            return id;
        });
    }

    /** The digits with the check digit that makes them a card's number. */
    static String luhn(String digits) {
        for (int check = 0; check < 10; check++) {
            int sum = 0;
            String whole = digits + check;
            for (int i = 0; i < whole.length(); i++) {
                int digit = Character.digit(whole.charAt(whole.length() - 1 - i), 10);
                int weighted = i % 2 == 0 ? digit : digit * 2;
                sum += weighted > 9 ? weighted - 9 : weighted;
            }
            if (sum % 10 == 0) {
                return whole;
            }
        }
        throw new IllegalStateException();
    }

    Run draft(LocalDate month) {
        return as(Role.COUNTY_OFFICER, () -> runs.draft(month, key()));
    }

    Run released(LocalDate month) {
        Run drafted = draft(month);
        Run checked = as(Role.COUNTY_APPROVER, () -> runs.check(drafted.id(), drafted.version(), key()));
        Run funded = as(Role.FINANCE_OFFICER, () -> runs.fund(checked.id(), checked.version(), key()));
        Officer second = new Officer(new OfficerId(3000), "f2", "f2", Role.FINANCE_OFFICER, new Area(COUNTY));
        return Scope.as(second, () -> runs.release(funded.id(), funded.version(), key()));
    }

    void deposit(long fen) {
        as(Role.FINANCE_OFFICER, () -> {
            runs.deposit(COUNTY, fen, key(), "预算拨款");
            return fen;
        });
    }

    /** The lines of a household in a month, as state and net fen. */
    List<String> lines(long household, LocalDate month) {
        return sql(() -> jdbc.sql("select change || ' ' || state || ' ' || regular_fen || ' ' || arrears_fen || ' ' ||"
                        + " recovered_fen from benefits.line where household = ? and month = ? order by benefit")
                .params(household, month)
                .query(String.class)
                .list());
    }

    /** A household that the rules grant dibao in a month, and how much. */
    long needy(LocalDate month) {
        List<Long> free = sql(() -> jdbc.sql("select id from registry.household h where dissolved_on is null"
                        + " and not exists (select from benefits.award_change c where c.household = h.id) order by id")
                .query(Long.class)
                .list());
        return free.stream()
                .filter(id -> assess(id, month).dibao() == DibaoOutcome.ELIGIBLE
                        && assess(id, month).monthlyFen() > 0
                        && assess(id, month).monthlyFen() == assess(id, NOW).monthlyFen()
                        && assess(id, month).until() == null)
                .findFirst()
                .orElseThrow();
    }

    /** Somebody of the household earns from a day on, which the tax office tells later: so much a head. */
    void earns(long household, LocalDate from, long fenAHead) {
        HouseholdView view = as(Role.COUNTY_OFFICER, () -> households.get(household));
        FactContent.IncomeLine wage = new FactContent.IncomeLine(
                view.members().get(0).number(),
                IncomeItem.WAGE,
                fenAHead * view.members().size());
        as(Role.COUNTY_OFFICER, () -> {
            facts.record(FactChange.of(household, new FactContent.Income(List.of(wage)), from, "税务"), "比对");
            return household;
        });
    }

    Assessment assess(long household, LocalDate month) {
        return as(Role.COUNTY_OFFICER, () -> households.assess(household, month, today.now()));
    }
}
