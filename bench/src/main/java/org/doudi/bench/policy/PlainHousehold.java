package org.doudi.bench.policy;

import java.time.LocalDate;
import org.doudi.policy.Consent;
import org.doudi.policy.Disability;
import org.doudi.policy.Household;
import org.doudi.policy.IncomeEntry;
import org.doudi.policy.Job;
import org.doudi.policy.Member;
import org.doudi.policy.RegisterState;
import org.doudi.policy.Rolls;
import org.doudi.policy.SpendingEntry;
import org.jspecify.annotations.Nullable;

/**
 * A household as flat fields and arrays, made before anything is timed: the straight-line rules walk through no objects, as Doudi's own
 * do not. Dates are numbers such as 20170620.
 */
final class PlainHousehold {
    /** Numbers a member in {@link #members}. */
    static final int STRIDE = 8;

    static final int BIRTH = 0;
    static final int TRAITS = 1;
    static final int LABOUR = 2;
    static final int SUPPORTER = 3;
    /** The category's place in the specification's list, or -1. */
    static final int CATEGORY = 4;
    /** 1 to 4, or 9 for no disability. */
    static final int LEVEL = 5;
    /** 0 for no job. */
    static final int MONTHS = 6;

    static final int MODE = 7;

    static final int NOT_REGISTERED = 0;
    static final int POOR = 1;
    static final int LIFTED = 2;

    final int size;
    final int today;
    final LocalDate assessedOn;
    final boolean consent;
    final boolean onDibao;
    final long rollMonthly;
    final int register;
    final @Nullable LocalDate liftedOn;
    final boolean throughProgramme;
    final long financial;
    final int houses;
    final int cars;
    final int machines;
    final boolean business;
    final boolean guaranteed;
    final int[] members;
    /** The member's place times 64, and the item's. */
    final int[] incomeCodes;

    final long[] incomeFen;
    final int[] spendingCodes;
    final long[] spendingFen;

    PlainHousehold(Household h) {
        size = h.size();
        assessedOn = h.assessedOn();
        today = PlainParameters.number(assessedOn);
        consent = h.consent() == Consent.GIVEN;
        Rolls.DibaoEntry dibao = h.rolls().dibao();
        Rolls.RegisterEntry entry = h.rolls().register();
        onDibao = dibao != null;
        rollMonthly = dibao == null ? 0 : dibao.monthlyFen();
        register = entry == null ? NOT_REGISTERED : entry.state() == RegisterState.POOR ? POOR : LIFTED;
        liftedOn = entry == null ? null : entry.liftedOn();
        throughProgramme = entry != null && entry.throughProgramme();
        financial = h.assets().financialFen();
        houses = h.assets().houses();
        cars = h.assets().cars();
        machines = h.assets().machines();
        business = h.assets().business();
        guaranteed = h.guarantees().food()
                && h.guarantees().clothing()
                && h.guarantees().education()
                && h.guarantees().medical()
                && h.guarantees().housing();
        members = new int[size * STRIDE];
        for (int m = 0; m < size; m++) {
            put(h.member(m), m * STRIDE);
        }
        incomeCodes = new int[h.incomeEntries()];
        incomeFen = new long[incomeCodes.length];
        for (int i = 0; i < incomeCodes.length; i++) {
            IncomeEntry income = h.incomeEntry(i);
            incomeCodes[i] = income.member() << 6 | income.item().ordinal();
            incomeFen[i] = income.fen();
        }
        spendingCodes = new int[h.spendingEntries()];
        spendingFen = new long[spendingCodes.length];
        for (int i = 0; i < spendingCodes.length; i++) {
            SpendingEntry spending = h.spendingEntry(i);
            spendingCodes[i] = spending.member() << 6 | spending.item().ordinal();
            spendingFen[i] = spending.fen();
        }
    }

    private void put(Member member, int at) {
        Disability disability = member.disability();
        Job job = member.job();
        members[at + BIRTH] = PlainParameters.number(member.birthDate());
        members[at + TRAITS] = member.traits().bits();
        members[at + LABOUR] = member.labour().ordinal();
        members[at + SUPPORTER] = member.supporter().ordinal();
        members[at + CATEGORY] = disability == null ? -1 : disability.category().ordinal();
        members[at + LEVEL] = disability == null ? 9 : disability.level();
        members[at + MONTHS] = job == null ? 0 : job.months();
        members[at + MODE] = job == null ? 0 : job.mode().ordinal();
    }

    static PlainHousehold[] all(Household[] households) {
        PlainHousehold[] plain = new PlainHousehold[households.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = new PlainHousehold(households[i]);
        }
        return plain;
    }
}
