package org.doudi.server.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.doudi.server.ApartDatabase;
import org.doudi.server.benefits.Opening.OnRoll;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.RegistryFixture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** What the demonstration begins with. */
@SpringBootTest
@ContextConfiguration(initializers = ApartDatabase.class, inheritInitializers = false)
class OpeningTest extends Treasury {
    private static final int HOUSEHOLDS = 12;

    @Autowired
    private Opening opening;

    /** Heads of the village, enough of them that one is left without an account. */
    private static List<OnRoll> roll() {
        List<String> heads = RegistryFixture.persons().stream()
                .filter(row -> row[7].equals("户主"))
                .map(row -> row[4])
                .limit(HOUSEHOLDS)
                .toList();
        return IntStream.range(0, HOUSEHOLDS)
                .mapToObj(i -> new OnRoll(heads.get(i), 10_000 + i))
                .toList();
    }

    private int take() {
        return Scope.as(Officer.system(new Area("2109")), () -> opening.take(roll()));
    }

    private long number(String sql) {
        return sql(() -> jdbc.sql(sql).query(Long.class).single());
    }

    @Test
    @DisplayName(
            "2.1-1 the roll of before is taken over once: as much as it pays, with accounts for most and money in the pool")
    void takesOver() {
        int awards = take();
        assertThat(awards).isEqualTo(HOUSEHOLDS);
        assertThat(take()).isZero();
        long roll = roll().stream().mapToLong(OnRoll::fen).sum();
        assertThat(number("select sum(fen)::bigint from benefits.award")).isEqualTo(roll);
        assertThat(number(
                        "select count(*) from benefits.award_change c join benefits.award a on a.household = c.household"
                                + " and a.valid_from = c.from_month where c.reason = 'OPENING'"))
                .as("each has the change that began it")
                .isEqualTo(HOUSEHOLDS);
        assertThat(number("select count(*) from benefits.bank_account")).isBetween(HOUSEHOLDS / 2L, HOUSEHOLDS - 1L);
        assertThat(as(Role.FINANCE_OFFICER, () -> ledger.balances(COUNTY)).get(Ledger.Account.POOL))
                .isEqualTo(roll * 5 / 2);
        Run july = released(LocalDate.of(2017, 7, 1));
        RunFigures figures = as(Role.COUNTY_OFFICER, () -> runs.figures(july.id()));
        assertThat(figures.fen()).isEqualTo(roll);
        assertThat(figures.unexplained()).isZero();
    }
}
