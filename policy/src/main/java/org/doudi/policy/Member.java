package org.doudi.policy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One person who lives in the household and is counted in the means test. Build it with {@link #builder}.
 *
 * @param memberId the id inside the household
 * @param birthDate day of birth
 * @param labour capacity for work
 * @param disability the certificate, or null
 * @param supporter whether a legal supporter is able
 * @param job work through the programme, or null
 * @param traits what else is true of the person
 */
public record Member(
        String memberId,
        LocalDate birthDate,
        Labour labour,
        @Nullable Disability disability,
        Supporter supporter,
        @Nullable Job job,
        Traits traits) {

    /** What can be true of a member, each decided by some rule or kept for people to see. */
    public enum Trait {
        /** Goes to school or studies. */
        STUDENT,
        /** Seriously ill (clause 2.1-2). */
        SERIOUSLY_ILL,
        /** Bedridden by illness or disability (clause 2.2-7). */
        BEDRIDDEN,
        /** Gets preferential treatment (clause 2.1-2). */
        PREFERENTIAL,
        /** Lives in a place that other public money pays for, so no care allowance (clause 2.1-7). */
        LIVING_ELSEWHERE_FUNDED,
        /** Stands on the tekun roll. */
        ON_TEKUN_ROLL,
        /** Stands on the roll of the disability living allowance. */
        ON_LIVING_ALLOWANCE_ROLL,
        /** Stands on the roll of the disability care allowance. */
        ON_CARE_ALLOWANCE_ROLL
    }

    /**
     * A set of {@link Trait}s kept as bits.
     *
     * @param bits one bit a trait, by ordinal
     */
    public record Traits(int bits) {
        /** No trait. */
        public static final Traits NONE = new Traits(0);

        private static final Traits[] ALL = new Traits[1 << Trait.values().length];

        static {
            for (int bits = 0; bits < ALL.length; bits++) {
                ALL[bits] = new Traits(bits);
            }
        }

        /** Whether the trait is in the set. */
        public boolean has(Trait trait) {
            return (bits & 1 << trait.ordinal()) != 0;
        }

        /** This set and one more. */
        public Traits with(Trait trait) {
            return new Traits(bits | 1 << trait.ordinal());
        }

        /** This set without one. */
        public Traits without(Trait trait) {
            return new Traits(bits & ~(1 << trait.ordinal()));
        }

        /** The same as a set. */
        public Set<Trait> asSet() {
            EnumSet<Trait> set = EnumSet.noneOf(Trait.class);
            for (Trait trait : Trait.values()) {
                if (has(trait)) {
                    set.add(trait);
                }
            }
            return set;
        }
    }

    /** Whether the trait is true of this member. */
    public boolean is(Trait trait) {
        return traits.has(trait);
    }

    /**
     * Age in completed years. Who was born on 29 February has the birthday on 1 March in common years.
     *
     * @param day a day not before birth
     */
    public int ageOn(LocalDate day) {
        int years = day.getYear() - birthDate.getYear();
        boolean before = day.getMonthValue() * 32 + day.getDayOfMonth()
                < birthDate.getMonthValue() * 32 + birthDate.getDayOfMonth();
        return before ? years - 1 : years;
    }

    /** A member with everything at its default: able to work, an able supporter, nothing else. */
    public static Builder builder(String memberId, LocalDate birthDate) {
        return new Builder(memberId, birthDate);
    }

    /** A builder that starts as this member. */
    public Builder toBuilder() {
        Builder builder = new Builder(memberId, birthDate);
        builder.labour = labour;
        builder.disability = disability;
        builder.supporter = supporter;
        builder.job = job;
        builder.bits = traits.bits();
        return builder;
    }

    /** Collects what is known of a member; each setter names what it sets. */
    public static final class Builder {
        private final String memberId;
        private LocalDate birthDate;
        private Labour labour = Labour.FULL;
        private @Nullable Disability disability;
        private Supporter supporter = Supporter.ABLE;
        private @Nullable Job job;
        private int bits;

        private Builder(String memberId, LocalDate birthDate) {
            this.memberId = memberId;
            this.birthDate = birthDate;
        }

        /** The id inside the household. */
        public String memberId() {
            return memberId;
        }

        /** The day of birth so far. */
        public LocalDate birthDate() {
            return birthDate;
        }

        /** Sets the day of birth. */
        public Builder birthDate(LocalDate value) {
            birthDate = value;
            return this;
        }

        /** Sets the capacity for work. */
        public Builder labour(Labour value) {
            labour = value;
            return this;
        }

        /** Sets or clears the disability. */
        public Builder disability(@Nullable Disability value) {
            disability = value;
            return this;
        }

        /** Sets whether a legal supporter is able. */
        public Builder supporter(Supporter value) {
            supporter = value;
            return this;
        }

        /** Sets or clears the job. */
        public Builder job(@Nullable Job value) {
            job = value;
            return this;
        }

        /** Says that a trait is true. */
        public Builder trait(Trait trait) {
            bits |= 1 << trait.ordinal();
            return this;
        }

        /** Says that a trait is not true. */
        public Builder without(Trait trait) {
            bits &= ~(1 << trait.ordinal());
            return this;
        }

        /** The member. */
        public Member build() {
            return new Member(memberId, birthDate, labour, disability, supporter, job, Traits.ALL[bits]);
        }
    }
}
