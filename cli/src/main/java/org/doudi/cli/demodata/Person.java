package org.doudi.cli.demodata;

import java.time.LocalDate;
import org.doudi.policy.Disability;
import org.doudi.policy.Job;
import org.doudi.policy.Labour;
import org.doudi.policy.Member.Trait;
import org.doudi.policy.Member.Traits;
import org.doudi.policy.Supporter;
import org.jspecify.annotations.Nullable;

/** One made-up person while the generator still shapes it: the identity first, then what befalls the person. */
final class Person {
    final int place;
    final String name;
    final Sex sex;
    final LocalDate birth;
    final String idNumber;
    final String relation;
    final People people;

    Labour labour = Labour.FULL;

    @Nullable
    Disability disability;

    Supporter supporter = Supporter.ABLE;

    @Nullable
    Job job;

    Traits traits = Traits.NONE;
    String phone = "";

    /** Whether the rules make this person tekun: the generator meant it so. */
    boolean tekun;

    boolean onTekunRoll;
    boolean onLivingRoll;
    boolean onCareRoll;

    Person(int place, String name, Sex sex, LocalDate birth, String idNumber, String relation, People people) {
        this.place = place;
        this.name = name;
        this.sex = sex;
        this.birth = birth;
        this.idNumber = idNumber;
        this.relation = relation;
        this.people = people;
    }

    /** The member's id inside the household. */
    String memberId() {
        return String.valueOf(place + 1);
    }

    int ageOn(LocalDate day) {
        return birth.until(day).getYears();
    }

    boolean onAnyRoll() {
        return onTekunRoll || onLivingRoll || onCareRoll;
    }

    void be(Trait trait) {
        traits = traits.with(trait);
    }

    boolean severelyDisabled() {
        return disability != null && disability.severe();
    }
}
