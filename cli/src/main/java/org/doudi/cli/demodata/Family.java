package org.doudi.cli.demodata;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.doudi.cli.divisions.Village;
import org.doudi.policy.Assets;
import org.doudi.policy.Consent;
import org.doudi.policy.Gap;
import org.doudi.policy.Guarantees;
import org.doudi.policy.Household;
import org.doudi.policy.HouseholdBuilder;
import org.doudi.policy.IncomeEntry;
import org.doudi.policy.IncomeItem;
import org.doudi.policy.Member;
import org.doudi.policy.RegisterState;
import org.doudi.policy.SpendingEntry;
import org.jspecify.annotations.Nullable;

/** One made-up household: who lives in it, what is true of it, and what the rolls say. */
final class Family {
    final String id;
    final Village village;
    final Standing standing;
    final List<Person> persons = new ArrayList<>(5);
    final List<IncomeEntry> income = new ArrayList<>(6);
    final List<SpendingEntry> spending = new ArrayList<>(2);

    Consent consent = Consent.GIVEN;
    Assets assets = Assets.NONE;
    Guarantees guarantees = Guarantees.ALL;
    String address = "";

    /** Number of the household on the dibao roll; 0 when it is not on it. */
    int dibaoNumber;

    @Nullable
    LocalDate dibaoSince;

    long dibaoMonthlyYuan;

    /** State on the register; null when the household was never on it. */
    @Nullable
    RegisterState registerState;

    @Nullable
    LocalDate liftedOn;

    boolean throughProgramme;
    String povertyCause = "";

    /** Whether dibao's means test is passed. */
    boolean eligible;
    /** Whether the register's test is: the household is poor. */
    boolean poor;

    /** Whether the survey knows the household; a few on the lists have moved away. */
    boolean surveyed = true;

    final List<Gap> gaps = new ArrayList<>(1);

    Family(String id, Village village, Standing standing) {
        this.id = id;
        this.village = village;
        this.standing = standing;
    }

    boolean onDibao() {
        return dibaoSince != null;
    }

    boolean onAnyList() {
        return onDibao() || registerState != null || persons.stream().anyMatch(Person::onAnyRoll);
    }

    Person head() {
        return persons.get(0);
    }

    String personId(Person person) {
        return id + "-" + person.memberId();
    }

    void earns(Person person, IncomeItem item, long yuan) {
        if (yuan > 0) {
            income.add(new IncomeEntry(person.place, item, yuan * 100));
        }
    }

    long incomeYuan() {
        long fen = 0;
        for (IncomeEntry entry : income) {
            fen += entry.fen();
        }
        return fen / 100;
    }

    /** The facts as the economic check and the survey found them; the rolls stay empty, for the lists are the rolls. */
    Household facts(LocalDate assessedOn) {
        HouseholdBuilder facts = Household.builder(id, village.code(), assessedOn, consent);
        for (Person person : persons) {
            facts.member(new Member(
                    person.memberId(),
                    person.birth,
                    person.labour,
                    person.disability,
                    person.supporter,
                    person.job,
                    person.traits));
        }
        income.forEach(facts::income);
        spending.forEach(facts::spending);
        return facts.assets(assets).guarantees(guarantees).build();
    }
}
