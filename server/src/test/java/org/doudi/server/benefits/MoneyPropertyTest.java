package org.doudi.server.benefits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.doudi.server.identity.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Random histories: whatever is granted, corrected backwards, held, ended and run again, the sums are what the law owed. */
class MoneyPropertyTest extends Treasury {
    private static final int MONTHS = 6;
    private static final int FAMILIES = 6;

    @RepeatedTest(8)
    @DisplayName("2.1-1 paid + arrears - recovered = what the law owed, to the fen, over random histories")
    void owedIsPaid(RepetitionInfo repetition) {
        Random random = new Random(20_170_330L + repetition.getCurrentRepetition());
        LocalDate start = LocalDate.of(2018 + repetition.getCurrentRepetition(), 1, 1);
        deposit(100_000_000);
        List<Long> families = new ArrayList<>();
        // what the law owes by month, kept apart from the tables
        Map<Long, Map<LocalDate, Long>> law = new TreeMap<>();
        for (int i = 0; i < FAMILIES; i++) {
            long family = household();
            families.add(family);
            grant(family, Aid.DIBAO, 1 + random.nextInt(50_000), start, null);
            long fen = sql(() -> awards.of(family).get(0).fen());
            owe(of(law, family), start, start.plusMonths(MONTHS + 1), fen);
            if (random.nextBoolean()) {
                account(family);
            }
        }
        for (int m = 0; m < MONTHS; m++) {
            LocalDate month = start.plusMonths(m);
            for (long family : families) {
                change(random, family, of(law, family), start, month);
            }
            if (random.nextInt(4) == 0) {
                Run given = draft(month);
                as(Role.COUNTY_OFFICER, () -> runs.cancel(given.id(), given.version(), key(), "重来"));
            }
            released(month);
        }
        LocalDate last = start.plusMonths(MONTHS);
        released(last);
        for (long family : families) {
            long owed =
                    of(law, family).values().stream().mapToLong(Long::longValue).sum();
            long given = sum(
                    "select coalesce(sum(regular_fen + arrears_fen), 0) from benefits.line where household = ?",
                    family);
            long claimed = sum("select coalesce(sum(fen), 0) from benefits.recovery where household = ?", family);
            long recovered =
                    sum("select coalesce(sum(recovered_fen), 0) from benefits.recovery where household = ?", family);
            long net = sum("select coalesce(sum(fen), 0) from benefits.line where household = ?", family);
            assertThat(given - claimed).as("family " + family).isEqualTo(owed);
            assertThat(net).isEqualTo(given - recovered);
            assertThat(net - (claimed - recovered))
                    .as("what is left to recover is all that parts them")
                    .isEqualTo(owed);
            end(family, Aid.DIBAO, last.plusMonths(1));
        }
    }

    private static Map<LocalDate, Long> of(Map<Long, Map<LocalDate, Long>> law, long family) {
        return law.computeIfAbsent(family, f -> new TreeMap<>());
    }

    private long sum(String sql, long family) {
        return sql(() -> jdbc.sql(sql).param(family).query(Long.class).single());
    }

    private static void owe(Map<LocalDate, Long> months, LocalDate from, LocalDate until, long fen) {
        for (LocalDate month = from; month.isBefore(until); month = month.plusMonths(1)) {
            months.put(month, fen);
        }
    }

    private void change(Random random, long family, Map<LocalDate, Long> law, LocalDate start, LocalDate month) {
        LocalDate end = start.plusMonths(MONTHS + 1);
        LocalDate from = start.plusMonths(random.nextInt(MONTHS));
        switch (random.nextInt(6)) {
            case 0 -> {
                long fen = 1L + random.nextInt(50_000);
                grant(family, Aid.DIBAO, fen, from, null);
                owe(law, from, end, fen);
            }
            case 1 -> {
                end(family, Aid.DIBAO, from);
                owe(law, from, end, 0);
            }
            case 2 -> {
                long fen = 1L + random.nextInt(50_000);
                LocalDate until = from.plusMonths(1 + random.nextInt(2));
                grant(family, Aid.DIBAO, fen, from, until);
                owe(law, from, until.isBefore(end) ? until : end, fen);
            }
            case 3 ->
                sql(() -> jdbc.sql("update benefits.recovery set state = 'AGREED', instalment_fen = ?"
                                + " where household = ? and state = 'OPEN'")
                        .params(1 + random.nextInt(20_000), family)
                        .update());
            case 4 ->
                sql(() -> jdbc.sql(
                                "insert into benefits.hold (village, household, from_month, reason, words, made_by,"
                                        + " made_on) select village, id, ?, 'REVERIFY', '没有按时复核', 1, ? from registry.household where id = ?")
                        .params(month, month, family)
                        .update());
            default ->
                sql(() -> jdbc.sql("update benefits.hold set lifted_on = ?, lifted_by = 1 where household = ?")
                        .params(month, family)
                        .update());
        }
    }
}
