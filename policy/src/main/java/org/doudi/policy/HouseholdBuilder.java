package org.doudi.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is known of a household; {@link #build} checks that it hangs together. */
public final class HouseholdBuilder {
    private static final int VILLAGE_DIGITS = 12;
    private static final int FEW = 8;

    final String householdId;
    final String village;
    LocalDate assessedOn;
    Consent consent;
    final List<Member> members = new ArrayList<>();
    final List<IncomeEntry> income = new ArrayList<>();
    final List<SpendingEntry> spending = new ArrayList<>();
    Assets assets = Assets.NONE;
    Guarantees guarantees = Guarantees.ALL;
    Rolls rolls = Rolls.NONE;

    HouseholdBuilder(String householdId, String village, LocalDate assessedOn, Consent consent) {
        this.householdId = householdId;
        this.village = village;
        this.assessedOn = assessedOn;
        this.consent = consent;
    }

    /** Sets the day of the assessment. */
    public HouseholdBuilder assessedOn(LocalDate value) {
        assessedOn = value;
        return this;
    }

    /** Sets the consent. */
    public HouseholdBuilder consent(Consent value) {
        consent = value;
        return this;
    }

    /** Adds a member. */
    public HouseholdBuilder member(Member member) {
        members.add(member);
        return this;
    }

    /** Puts another member in the place of one. */
    public HouseholdBuilder member(int place, Member member) {
        members.set(place, member);
        return this;
    }

    /** Adds an income entry. */
    public HouseholdBuilder income(IncomeEntry entry) {
        income.add(entry);
        return this;
    }

    /** Puts another income entry in the place of one. */
    public HouseholdBuilder income(int place, IncomeEntry entry) {
        income.set(place, entry);
        return this;
    }

    /** Adds a spending entry. */
    public HouseholdBuilder spending(SpendingEntry entry) {
        spending.add(entry);
        return this;
    }

    /** Sets what the household owns. */
    public HouseholdBuilder assets(Assets value) {
        assets = value;
        return this;
    }

    /** Sets what is guaranteed. */
    public HouseholdBuilder guarantees(Guarantees value) {
        guarantees = value;
        return this;
    }

    /** Sets the rolls. */
    public HouseholdBuilder rolls(Rolls value) {
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
        if (village.length() != VILLAGE_DIGITS || !isDigits(village)) {
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

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private void checkMembers() {
        Set<String> ids = members.size() > FEW ? new HashSet<>() : null;
        for (int m = 0; m < members.size(); m++) {
            Member member = members.get(m);
            boolean isNew = ids == null ? isNew(member.memberId(), m) : ids.add(member.memberId());
            if (!isNew) {
                throw new IllegalArgumentException("member " + member.memberId() + " is there twice");
            }
            checkDate(member.birthDate());
        }
    }

    private boolean isNew(String id, int before) {
        for (int m = 0; m < before; m++) {
            if (members.get(m).memberId().equals(id)) {
                return false;
            }
        }
        return true;
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
