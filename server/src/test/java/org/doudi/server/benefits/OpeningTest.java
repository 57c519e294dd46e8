package org.doudi.server.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.doudi.server.ApartDatabase;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.RollEntry;
import org.doudi.server.registry.Rolls;
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

    @Autowired
    private Rolls rolls;

    private int take() {
        return Scope.as(Officer.system(new Area("2109")), opening::take);
    }

    private long number(String sql) {
        return sql(() -> jdbc.sql(sql).query(Long.class).single());
    }

    /** Enough households that one of them is left without an account. */
    private void onTheRoll() {
        for (int i = 1; i <= HOUSEHOLDS; i++) {
            RollEntry entry = RollEntry.dibao(LocalDate.of(2016, 7, 1), 10_000 + i);
            long household = sql(() -> jdbc.sql(
                            "select id from registry.household h where not exists (select from"
                                    + " registry.roll_entry r where r.household = h.id and r.roll = 'DIBAO') order by id limit 1")
                    .query(Long.class)
                    .single());
            sql(() -> {
                rolls.enter(household, entry, LocalDate.of(2016, 7, 1), "名册", "");
                return household;
            });
        }
    }

    @Test
    @DisplayName(
            "2.1-1 the roll of before is taken over once: as much as it pays, with accounts for most and money in the pool")
    void takesOver() {
        onTheRoll();
        int awards = take();
        assertThat(awards).isEqualTo(HOUSEHOLDS);
        assertThat(take()).isZero();
        long roll = number("select sum((content ->> 'monthlyYuan')::numeric * 100)::bigint from registry.roll_entry"
                + " where roll = 'DIBAO' and known_to is null and valid_to is null");
        assertThat(number("select sum(fen)::bigint from benefits.award")).isEqualTo(roll);
        assertThat(number("select count(*) from benefits.bank_account")).isBetween(HOUSEHOLDS / 2L, HOUSEHOLDS - 1L);
        assertThat(as(Role.FINANCE_OFFICER, () -> ledger.balances(COUNTY)).get(Ledger.Account.POOL))
                .isEqualTo(roll * 5 / 2);
        Run july = released(LocalDate.of(2017, 7, 1));
        RunFigures figures = as(Role.COUNTY_OFFICER, () -> runs.figures(july.id()));
        assertThat(figures.fen()).isEqualTo(roll);
        assertThat(figures.unexplained()).isZero();
    }
}
