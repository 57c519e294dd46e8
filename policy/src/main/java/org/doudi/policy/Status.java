package org.doudi.policy;

/** What is true of a household as a whole, in one number, for the same reason as {@link MemberFacts}. */
final class Status {
    private static final int CONSENTS = 1;
    private static final int ON_DIBAO_ROLL = 1 << 1;
    private static final int BEDRIDDEN = 1 << 2;
    private static final int THROUGH_PROGRAMME = 1 << 3;
    private static final int BUSINESS = 1 << 4;
    private static final int REGISTER = 5;
    private static final int LACKING = 8;

    /** Never on the register. */
    private static final int NOT_REGISTERED = 0;

    private static final int POOR = 1;
    private static final int LIFTED = 2;

    private Status() {}

    static int of(HouseholdBuilder h) {
        int status = h.guarantees.lacking() << LACKING;
        status |= h.consent == Consent.GIVEN ? CONSENTS : 0;
        status |= h.rolls.dibao() != null ? ON_DIBAO_ROLL : 0;
        status |= h.assets.business() ? BUSINESS : 0;
        Rolls.RegisterEntry entry = h.rolls.register();
        if (entry != null) {
            status |= (entry.state() == RegisterState.POOR ? POOR : LIFTED) << REGISTER;
            status |= entry.throughProgramme() ? THROUGH_PROGRAMME : 0;
        }
        for (Member member : h.members) {
            status |= member.is(Member.Trait.BEDRIDDEN) ? BEDRIDDEN : 0;
        }
        return status;
    }

    /** The household agreed to the check. */
    static boolean consents(int status) {
        return (status & CONSENTS) != 0;
    }

    static boolean onDibaoRoll(int status) {
        return (status & ON_DIBAO_ROLL) != 0;
    }

    /** On the register, as poor or lifted out. */
    static boolean onRegister(int status) {
        return register(status) != NOT_REGISTERED;
    }

    /** On the register as poor. */
    static boolean poor(int status) {
        return register(status) == POOR;
    }

    /** On the register as lifted out. */
    static boolean lifted(int status) {
        return register(status) == LIFTED;
    }

    /** The entry on the register says that the programme lifted the household out. */
    static boolean throughProgramme(int status) {
        return (status & THROUGH_PROGRAMME) != 0;
    }

    /** Any member is bedridden. */
    static boolean bedridden(int status) {
        return (status & BEDRIDDEN) != 0;
    }

    /** There is a registered business. */
    static boolean business(int status) {
        return (status & BUSINESS) != 0;
    }

    /** What is not guaranteed, as {@link Guarantees#lacking}. */
    static int lacking(int status) {
        return status >> LACKING;
    }

    private static int register(int status) {
        return status >> REGISTER & 3;
    }
}
