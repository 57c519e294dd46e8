package org.doudi.bench.policy;

import java.time.LocalDate;
import java.util.Set;

/** The city's values for one township and day, written down a second time from the parameter table; money in fen. */
final class PlainParameters {
    private static final Set<String> PILOTS = Set.of("210921100", "210921132", "210922100", "210922103");

    final long standard;
    final long line;
    final boolean pensionExcluded;
    final boolean rigid;
    final int exitMonths;
    final int bedriddenMonths;
    final long elderlyTopUp;
    final long minorTopUp;
    final long disabledTopUp;
    final long illTopUp;
    final long preferentialTopUp;
    final long[] workCost = {100_00, 150_00, 200_00};
    final long[] cap = {20_000_00, 6_000_00, 6_000_00, 0};
    final int[] rate = {100, 100, 80, 0};
    final int financialMonths = 24;
    final int houses = 1;
    final int cars = 0;
    final int machines = 1;
    final int topUpOld = 70;
    final int topUpYoung = 16;
    final int tekunOld = 60;
    final int tekunYoung = 16;
    final long living = 70_00;
    final long care = 55_00;
    final long aid = 3_000_00;
    final long major = 10_000_00;
    final int catastrophic = 40;

    PlainParameters(String village, LocalDate day) {
        this(village, day, standard(number(day)));
    }

    /** @param standard the dibao standard, whatever is in force */
    PlainParameters(String village, LocalDate day, long standard) {
        int on = number(day);
        this.standard = standard;
        line = on < 20180101 ? 2952_00 : on < 20190101 ? 2995_00 : on < 20200101 ? 3218_00 : 4000_00;
        pensionExcluded = on <= 20201231;
        rigid = on >= 20170601 && PILOTS.contains(village.substring(0, 9));
        exitMonths = on < 20170317 ? 0 : 12;
        bedriddenMonths = on < 20170317 ? 0 : 6;
        elderlyTopUp = monthly(20);
        minorTopUp = monthly(20);
        disabledTopUp = monthly(30);
        illTopUp = monthly(30);
        preferentialTopUp = monthly(20);
    }

    private static long standard(int on) {
        if (on < 20160701) {
            throw new IllegalArgumentException("no standard on " + on);
        }
        return on < 20170701 ? 3575_00 : on < 20180701 ? 3843_00 : on < 20190701 ? 4132_00 : 5000_00;
    }

    static int number(LocalDate day) {
        return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    private long monthly(int percent) {
        return wholeYuan(standard * percent, 1200);
    }

    /** Fen divided and rounded up to the whole yuan. */
    static long wholeYuan(long fen, long divisor) {
        long yuan = divisor * 100;
        return (fen + yuan - 1) / yuan * 100;
    }
}
