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
    private static final IncomeItem[] INCOME_ITEMS = IncomeItem.values();
    private static final SpendingItem[] SPENDING_ITEMS = SpendingItem.values();

    private final String householdId;
    private final String village;
    private final long villageCode;
    private final LocalDate assessedOn;
    private final Consent consent;
    private final String[] memberIds;
    private final Assets assets;
    private final Guarantees guarantees;
    private final Rolls rolls;

    // What the rules look at once more, in as few places as can be: objects that lie apart cost more than the rules do.
    private final int size;
    private final int incomes;
    private final int spendings;
    private final int today;
    private final int status;
    private final int houses;
    private final int cars;
    private final int machines;
    private final long financialFen;
    /** One number a member, birth above facts; then the income entries, then the spending entries, each a code and an amount. */
    private final long[] data;

    Household(HouseholdBuilder from) {
        householdId = from.householdId;
        village = from.village;
        villageCode = Long.parseLong(from.village);
        assessedOn = from.assessedOn;
        consent = from.consent;
        memberIds = new String[from.members.size()];
        for (int m = 0; m < memberIds.length; m++) {
            memberIds[m] = from.members.get(m).memberId();
        }
        assets = from.assets;
        guarantees = from.guarantees;
        rolls = from.rolls;
        size = memberIds.length;
        incomes = from.income.size();
        spendings = from.spending.size();
        today = MemberFacts.birth(assessedOn);
        status = Status.of(from);
        houses = assets.houses();
        cars = assets.cars();
        machines = assets.machines();
        financialFen = assets.financialFen();
        data = Packed.of(from);
    }

    private Household(Household like, LocalDate assessedOn) {
        householdId = like.householdId;
        village = like.village;
        villageCode = like.villageCode;
        this.assessedOn = assessedOn;
        consent = like.consent;
        memberIds = like.memberIds;
        assets = like.assets;
        guarantees = like.guarantees;
        rolls = like.rolls;
        size = like.size;
        incomes = like.incomes;
        spendings = like.spendings;
        today = MemberFacts.birth(assessedOn);
        status = like.status;
        houses = like.houses;
        cars = like.cars;
        machines = like.machines;
        financialFen = like.financialFen;
        data = like.data;
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
        return size;
    }

    /** The member at a place, from 0. */
    public Member member(int place) {
        return MemberFacts.member(memberIds[place], (int) (data[place] >> Integer.SIZE), facts(place));
    }

    /** The id of the member at a place, from 0. */
    public String memberId(int place) {
        return memberIds[place];
    }

    /** The members in their order; cannot be changed. */
    public List<Member> members() {
        List<Member> members = new ArrayList<>(size);
        for (int m = 0; m < size; m++) {
            members.add(member(m));
        }
        return Collections.unmodifiableList(members);
    }

    /** How many income entries there are. */
    public int incomeEntries() {
        return incomes;
    }

    /** The income entry at a place, from 0. */
    public IncomeEntry incomeEntry(int place) {
        return new IncomeEntry(incomeMember(place), incomeItem(place), incomeFen(place));
    }

    /** The income entries in their order, as a list of the caller's own. */
    public List<IncomeEntry> income() {
        List<IncomeEntry> entries = new ArrayList<>(incomes);
        for (int i = 0; i < incomes; i++) {
            entries.add(incomeEntry(i));
        }
        return entries;
    }

    /** How many spending entries there are. */
    public int spendingEntries() {
        return spendings;
    }

    /** The spending entry at a place, from 0. */
    public SpendingEntry spendingEntry(int place) {
        return new SpendingEntry(spendingMember(place), spendingItem(place), spendingFen(place));
    }

    /** The spending entries in their order, as a list of the caller's own. */
    public List<SpendingEntry> spending() {
        List<SpendingEntry> entries = new ArrayList<>(spendings);
        for (int i = 0; i < spendings; i++) {
            entries.add(spendingEntry(i));
        }
        return entries;
    }

    int incomeMember(int place) {
        return (int) data[size + 2 * place] >> Byte.SIZE;
    }

    IncomeItem incomeItem(int place) {
        return INCOME_ITEMS[incomeCode(place)];
    }

    /** The item's ordinal. */
    int incomeCode(int place) {
        return (int) data[size + 2 * place] & 0xff;
    }

    long incomeFen(int place) {
        return data[size + 2 * place + 1];
    }

    int spendingMember(int place) {
        return (int) data[size + 2 * (incomes + place)] >> Byte.SIZE;
    }

    SpendingItem spendingItem(int place) {
        return SPENDING_ITEMS[spendingCode(place)];
    }

    /** The item's ordinal. */
    int spendingCode(int place) {
        return (int) data[size + 2 * (incomes + place)] & 0xff;
    }

    long spendingFen(int place) {
        return data[size + 2 * (incomes + place) + 1];
    }

    /** Age in completed years on the day of the assessment; see {@link Member#ageOn}. */
    int age(int member) {
        return MemberFacts.age((int) (data[member] >> Integer.SIZE), today);
    }

    /** A member's facts as {@link MemberFacts} keeps them. */
    int facts(int member) {
        return (int) data[member];
    }

    /** The household's own facts as {@link Status} keeps them. */
    int status() {
        return status;
    }

    long financialFen() {
        return financialFen;
    }

    int houses() {
        return houses;
    }

    int cars() {
        return cars;
    }

    int machines() {
        return machines;
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
                && Arrays.equals(memberIds, that.memberIds)
                && incomes == that.incomes
                && Arrays.equals(data, that.data)
                && assets.equals(that.assets)
                && guarantees.equals(that.guarantees)
                && rolls.equals(that.rolls);
    }

    @Override
    public int hashCode() {
        return Objects.hash(householdId, assessedOn, Arrays.hashCode(memberIds));
    }

    @Override
    public String toString() {
        return "Household[" + householdId + " in " + village + " on " + assessedOn + ", " + size + " members]";
    }
}
