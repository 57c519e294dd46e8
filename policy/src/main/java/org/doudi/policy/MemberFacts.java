package org.doudi.policy;

import java.time.LocalDate;
import org.doudi.policy.Member.Trait;

/** A member's facts in one number, so that a million households are assessed without walking through their objects. */
final class MemberFacts {
    private static final int LABOUR = 8;
    private static final int SUPPORTER = 10;
    private static final int LEVEL = 12;
    private static final int CATEGORY = 15;
    private static final int MONTHS = 18;
    private static final int MODE = 22;
    private static final Labour[] LABOURS = Labour.values();
    private static final Supporter[] SUPPORTERS = Supporter.values();
    private static final JobMode[] MODES = JobMode.values();
    private static final DisabilityCategory[] CATEGORIES = DisabilityCategory.values();

    private MemberFacts() {}

    static int of(Member member) {
        int facts = member.traits().bits()
                | member.labour().ordinal() << LABOUR
                | member.supporter().ordinal() << SUPPORTER;
        Disability disability = member.disability();
        if (disability != null) {
            facts |= disability.level() << LEVEL | disability.category().ordinal() << CATEGORY;
        }
        Job job = member.job();
        if (job != null) {
            facts |= job.months() << MONTHS | job.mode().ordinal() << MODE;
        }
        return facts;
    }

    /** The member again. A household keeps these numbers in place of its members, which would lie between it and the next. */
    static Member member(String id, int birth, int facts) {
        return new Member(
                id,
                LocalDate.of(birth >> 9, birth >> 5 & 15, birth & 31),
                LABOURS[labour(facts)],
                level(facts) == 0 ? null : new Disability(CATEGORIES[categoryCode(facts)], level(facts)),
                SUPPORTERS[supporter(facts)],
                jobMonths(facts) == 0 ? null : new Job(jobMode(facts), jobMonths(facts)),
                new Member.Traits(facts & 0xff));
    }

    static boolean is(int facts, Trait trait) {
        return (facts & 1 << trait.ordinal()) != 0;
    }

    static int labour(int facts) {
        return facts >> LABOUR & 3;
    }

    static int supporter(int facts) {
        return facts >> SUPPORTER & 3;
    }

    /** The level of disability, 0 for none. */
    static int level(int facts) {
        return facts >> LEVEL & 7;
    }

    /** The category's ordinal, -1 for none. */
    static int categoryCode(int facts) {
        return level(facts) == 0 ? -1 : facts >> CATEGORY & 7;
    }

    /** Level 1 or 2. */
    static boolean severe(int facts) {
        int level = level(facts);
        return level == 1 || level == 2;
    }

    /** The months of a job, 0 for no job. */
    static int jobMonths(int facts) {
        return facts >> MONTHS & 15;
    }

    /** The mode of a job; there must be one. */
    static JobMode jobMode(int facts) {
        return MODES[facts >> MODE & 3];
    }

    /** A date in one number: later dates are larger, and the same day of two years differs by the years times 512. */
    static int birth(LocalDate date) {
        return date.getYear() << 9 | date.getMonthValue() << 5 | date.getDayOfMonth();
    }

    /** Completed years between two such numbers: 29 February counts from 1 March in common years. */
    static int age(int birth, int day) {
        return (day - birth) >> 9;
    }
}
