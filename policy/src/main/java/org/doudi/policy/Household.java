package org.doudi.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Everything that the assessment of one household on one day looks at. Immutable; money is in fen. Build it with {@link #builder},
 * or read it with {@link org.doudi.policy.json.HouseholdReader}.
 */
public final class Household {
    private static final Member[] NO_MEMBERS = {};
    private static final IncomeEntry[] NO_INCOME = {};
    private static final SpendingEntry[] NO_SPENDING = {};
    private static final int VILLAGE_DIGITS = 12;

    private final String householdId;
    private final String village;
    private final long villageCode;
    private final LocalDate assessedOn;
    private final Consent consent;
    private final Member[] members;
    private final IncomeEntry[] income;
    private final SpendingEntry[] spending;
    private final Assets assets;
    private final Guarantees guarantees;
    private final Rolls rolls;

    private Household(Builder from) {
        householdId = from.householdId;
        village = from.village;
        villageCode = Long.parseLong(from.village);
        assessedOn = from.assessedOn;
        consent = from.consent;
        members = from.members.toArray(NO_MEMBERS);
        income = from.income.isEmpty() ? NO_INCOME : from.income.toArray(NO_INCOME);
        spending = from.spending.isEmpty() ? NO_SPENDING : from.spending.toArray(NO_SPENDING);
        assets = from.assets;
        guarantees = from.guarantees;
        rolls = from.rolls;
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
        return income.length;
    }

    /** The income entry at a place, from 0. */
    public IncomeEntry incomeEntry(int place) {
        return income[place];
    }

    /** The income entries in their order; cannot be changed. */
    public List<IncomeEntry> income() {
        return Collections.unmodifiableList(Arrays.asList(income));
    }

    /** How many spending entries there are. */
    public int spendingEntries() {
        return spending.length;
    }

    /** The spending entry at a place, from 0. */
    public SpendingEntry spendingEntry(int place) {
        return spending[place];
    }

    /** The spending entries in their order; cannot be changed. */
    public List<SpendingEntry> spending() {
        return Collections.unmodifiableList(Arrays.asList(spending));
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

    /** A household without members; add at least one. */
    public static Builder builder(String householdId, String village, LocalDate assessedOn, Consent consent) {
        return new Builder(householdId, village, assessedOn, consent);
    }

    /** A builder that starts as this household. */
    public Builder toBuilder() {
        Builder builder = new Builder(householdId, village, assessedOn, consent);
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
                && Arrays.equals(income, that.income)
                && Arrays.equals(spending, that.spending)
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

    /** Collects what is known of a household; {@link #build} checks that it hangs together. */
    public static final class Builder {
        private final String householdId;
        private final String village;
        private LocalDate assessedOn;
        private Consent consent;
        private final List<Member> members = new ArrayList<>();
        private final List<IncomeEntry> income = new ArrayList<>();
        private final List<SpendingEntry> spending = new ArrayList<>();
        private Assets assets = Assets.NONE;
        private Guarantees guarantees = Guarantees.ALL;
        private Rolls rolls = Rolls.NONE;

        private Builder(String householdId, String village, LocalDate assessedOn, Consent consent) {
            this.householdId = householdId;
            this.village = village;
            this.assessedOn = assessedOn;
            this.consent = consent;
        }

        /** Sets the day of the assessment. */
        public Builder assessedOn(LocalDate value) {
            assessedOn = value;
            return this;
        }

        /** Sets the consent. */
        public Builder consent(Consent value) {
            consent = value;
            return this;
        }

        /** Adds a member. */
        public Builder member(Member member) {
            members.add(member);
            return this;
        }

        /** Puts another member in the place of one. */
        public Builder member(int place, Member member) {
            members.set(place, member);
            return this;
        }

        /** Adds an income entry. */
        public Builder income(IncomeEntry entry) {
            income.add(entry);
            return this;
        }

        /** Puts another income entry in the place of one. */
        public Builder income(int place, IncomeEntry entry) {
            income.set(place, entry);
            return this;
        }

        /** Adds a spending entry. */
        public Builder spending(SpendingEntry entry) {
            spending.add(entry);
            return this;
        }

        /** Sets what the household owns. */
        public Builder assets(Assets value) {
            assets = value;
            return this;
        }

        /** Sets what is guaranteed. */
        public Builder guarantees(Guarantees value) {
            guarantees = value;
            return this;
        }

        /** Sets the rolls. */
        public Builder rolls(Rolls value) {
            rolls = value;
            return this;
        }

        /**
         * The household.
         *
         * @throws IllegalArgumentException when there is no member, a member id repeats, an entry is for nobody or negative, the
         *     village code is not 12 digits, or a date lies after the day of the assessment
         */
        public Household build() {
            if (village.length() != VILLAGE_DIGITS || !village.chars().allMatch(c -> c >= '0' && c <= '9')) {
                throw new IllegalArgumentException("village code " + village + " is not 12 digits");
            }
            if (members.isEmpty()) {
                throw new IllegalArgumentException("a household has at least one member");
            }
            checkMembers();
            for (IncomeEntry entry : income) {
                checkEntry(entry.member(), entry.fen());
            }
            for (SpendingEntry entry : spending) {
                checkEntry(entry.member(), entry.fen());
            }
            if (rolls.dibao() != null && rolls.dibao().since() != null) {
                checkDate(rolls.dibao().since());
            }
            if (rolls.register() != null && rolls.register().liftedOn() != null) {
                checkDate(rolls.register().liftedOn());
            }
            return new Household(this);
        }

        private void checkMembers() {
            Set<String> ids = new HashSet<>();
            for (Member member : members) {
                if (!ids.add(member.memberId())) {
                    throw new IllegalArgumentException("member " + member.memberId() + " is there twice");
                }
                checkDate(member.birthDate());
            }
        }

        private void checkEntry(int member, long fen) {
            if (member < 0 || member >= members.size()) {
                throw new IllegalArgumentException("an entry is for member " + member + ", who is not there");
            }
            if (fen < 0) {
                throw new IllegalArgumentException("an entry is negative");
            }
        }

        private void checkDate(LocalDate date) {
            if (date.isAfter(assessedOn)) {
                throw new IllegalArgumentException(date + " lies after the assessment on " + assessedOn);
            }
        }
    }
}
