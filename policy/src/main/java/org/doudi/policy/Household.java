package org.doudi.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Everything that the assessment of one household on one day looks at. Immutable; money is in fen. Build it with {@link #builder},
 * or read it with {@link org.doudi.policy.json.HouseholdReader}.
 */
public final class Household {
    private static final Member[] NO_MEMBERS = {};
    private static final IncomeItem[] INCOME_ITEMS = IncomeItem.values();
    private static final SpendingItem[] SPENDING_ITEMS = SpendingItem.values();

    private final String householdId;
    private final String village;
    private final long villageCode;
    private final LocalDate assessedOn;
    private final Consent consent;
    private final Member[] members;
    private final int[] facts;
    private final int[] incomeCodes;
    private final long[] incomeFen;
    private final int[] spendingCodes;
    private final long[] spendingFen;
    private final Assets assets;
    private final Guarantees guarantees;
    private final Rolls rolls;

    Household(HouseholdBuilder from) {
        householdId = from.householdId;
        village = from.village;
        villageCode = Long.parseLong(from.village);
        assessedOn = from.assessedOn;
        consent = from.consent;
        members = from.members.toArray(NO_MEMBERS);
        facts = new int[members.length * 2];
        for (int m = 0; m < members.length; m++) {
            facts[2 * m] = MemberFacts.birth(members[m].birthDate());
            facts[2 * m + 1] = MemberFacts.of(members[m]);
        }
        incomeCodes = new int[from.income.size()];
        incomeFen = new long[incomeCodes.length];
        for (int i = 0; i < incomeCodes.length; i++) {
            IncomeEntry entry = from.income.get(i);
            incomeCodes[i] = entry.member() << Byte.SIZE | entry.item().ordinal();
            incomeFen[i] = entry.fen();
        }
        spendingCodes = new int[from.spending.size()];
        spendingFen = new long[spendingCodes.length];
        for (int i = 0; i < spendingCodes.length; i++) {
            SpendingEntry entry = from.spending.get(i);
            spendingCodes[i] = entry.member() << Byte.SIZE | entry.item().ordinal();
            spendingFen[i] = entry.fen();
        }
        assets = from.assets;
        guarantees = from.guarantees;
        rolls = from.rolls;
    }

    private Household(Household like, LocalDate assessedOn) {
        householdId = like.householdId;
        village = like.village;
        villageCode = like.villageCode;
        this.assessedOn = assessedOn;
        consent = like.consent;
        members = like.members;
        facts = like.facts;
        incomeCodes = like.incomeCodes;
        incomeFen = like.incomeFen;
        spendingCodes = like.spendingCodes;
        spendingFen = like.spendingFen;
        assets = like.assets;
        guarantees = like.guarantees;
        rolls = like.rolls;
    }

    /** The id under which the answer is given. */
    public String householdId() {
        return householdId;
    }

    /** The village's division code, 12 digits. */
    public String village() {
        return village;
    }

    /** The village's division code as a number. */
    public long villageCode() {
        return villageCode;
    }

    /** The day for which the household is assessed. */
    public LocalDate assessedOn() {
        return assessedOn;
    }

    /** Whether the household agreed to the economic check. */
    public Consent consent() {
        return consent;
    }

    /** How many members there are; at least one. */
    public int size() {
        return members.length;
    }

    /** The member at a place, from 0. */
    public Member member(int place) {
        return members[place];
    }

    /** The members in their order; cannot be changed. */
    public List<Member> members() {
        return Collections.unmodifiableList(Arrays.asList(members));
    }

    /** How many income entries there are. */
    public int incomeEntries() {
        return incomeCodes.length;
    }

    /** The income entry at a place, from 0. */
    public IncomeEntry incomeEntry(int place) {
        return new IncomeEntry(incomeMember(place), incomeItem(place), incomeFen[place]);
    }

    /** The income entries in their order, as a list of the caller's own. */
    public List<IncomeEntry> income() {
        List<IncomeEntry> entries = new ArrayList<>(incomeCodes.length);
        for (int i = 0; i < incomeCodes.length; i++) {
            entries.add(incomeEntry(i));
        }
        return entries;
    }

    /** How many spending entries there are. */
    public int spendingEntries() {
        return spendingCodes.length;
    }

    /** The spending entry at a place, from 0. */
    public SpendingEntry spendingEntry(int place) {
        return new SpendingEntry(spendingMember(place), spendingItem(place), spendingFen[place]);
    }

    /** The spending entries in their order, as a list of the caller's own. */
    public List<SpendingEntry> spending() {
        List<SpendingEntry> entries = new ArrayList<>(spendingCodes.length);
        for (int i = 0; i < spendingCodes.length; i++) {
            entries.add(spendingEntry(i));
        }
        return entries;
    }

    int incomeMember(int place) {
        return incomeCodes[place] >> Byte.SIZE;
    }

    IncomeItem incomeItem(int place) {
        return INCOME_ITEMS[incomeCodes[place] & 0xff];
    }

    long incomeFen(int place) {
        return incomeFen[place];
    }

    int spendingMember(int place) {
        return spendingCodes[place] >> Byte.SIZE;
    }

    SpendingItem spendingItem(int place) {
        return SPENDING_ITEMS[spendingCodes[place] & 0xff];
    }

    long spendingFen(int place) {
        return spendingFen[place];
    }

    /** Age in completed years on the day of the assessment; see {@link Member#ageOn}. */
    int age(int member) {
        return MemberFacts.age(facts[2 * member], MemberFacts.birth(assessedOn));
    }

    /** A member's facts as {@link MemberFacts} keeps them. */
    int facts(int member) {
        return facts[2 * member + 1];
    }

    /** What the household owns. */
    public Assets assets() {
        return assets;
    }

    /** What the household is guaranteed. */
    public Guarantees guarantees() {
        return guarantees;
    }

    /** The rolls that the household is on. */
    public Rolls rolls() {
        return rolls;
    }

    /**
     * The same facts on a later day.
     *
     * @throws IllegalArgumentException for an earlier day, on which some of the facts may not have been known
     */
    public Household on(LocalDate day) {
        if (day.isBefore(assessedOn)) {
            throw new IllegalArgumentException(day + " lies before " + assessedOn);
        }
        return day.equals(assessedOn) ? this : new Household(this, day);
    }

    /** A household without members; add at least one. */
    public static HouseholdBuilder builder(String householdId, String village, LocalDate assessedOn, Consent consent) {
        return new HouseholdBuilder(householdId, village, assessedOn, consent);
    }

    /** A builder that starts as this household. */
    public HouseholdBuilder toBuilder() {
        HouseholdBuilder builder = new HouseholdBuilder(householdId, village, assessedOn, consent);
        builder.members.addAll(members());
        builder.income.addAll(income());
        builder.spending.addAll(spending());
        builder.assets = assets;
        builder.guarantees = guarantees;
        builder.rolls = rolls;
        return builder;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Household that
                && householdId.equals(that.householdId)
                && village.equals(that.village)
                && assessedOn.equals(that.assessedOn)
                && consent == that.consent
                && Arrays.equals(members, that.members)
                && Arrays.equals(incomeCodes, that.incomeCodes)
                && Arrays.equals(incomeFen, that.incomeFen)
                && Arrays.equals(spendingCodes, that.spendingCodes)
                && Arrays.equals(spendingFen, that.spendingFen)
                && assets.equals(that.assets)
                && guarantees.equals(that.guarantees)
                && rolls.equals(that.rolls);
    }

    @Override
    public int hashCode() {
        return Objects.hash(householdId, assessedOn, Arrays.hashCode(members));
    }

    @Override
    public String toString() {
        return "Household[" + householdId + " in " + village + " on " + assessedOn + ", " + members.length
                + " members]";
    }
}
