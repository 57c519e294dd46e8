package org.doudi.bench.policy;

import java.time.LocalDate;
import org.doudi.policy.Assessment;
import org.doudi.policy.Gap;
import org.doudi.policy.RegisterOutcome;
import org.doudi.policy.TopUpKind;

/** One number for all that an assessment answers, so that two ways of computing it can be compared. */
final class Digest {
    private long value;

    private Digest() {}

    static long of(PlainResult r) {
        Digest digest = new Digest();
        digest.add(r.counted, r.cost, r.rigid, r.net, r.left, r.dibao, r.base, r.monthly, r.untilEpochDay);
        digest.add(r.registerIncome, r.register, r.medical, r.burden, r.gaps);
        for (int bits : r.members) {
            digest.add(bits);
        }
        return digest.value;
    }

    static long of(Assessment a) {
        Digest digest = new Digest();
        LocalDate until = a.until();
        RegisterOutcome register = a.register();
        int[] members = new int[a.household().size()];
        for (int m = 0; m < members.length; m++) {
            TopUpKind topUp = a.topUp(m);
            members[m] = (a.tekun(m) ? PlainResult.TEKUN : 0)
                    | (a.livingAllowanceFen(m) > 0 ? PlainResult.LIVING : 0)
                    | (a.careAllowanceFen(m) > 0 ? PlainResult.CARE : 0)
                    | (a.premiumSubsidy(m) ? PlainResult.PREMIUM : 0)
                    | (topUp == null ? 0 : topUp.ordinal() + 1) << PlainResult.TOP_UP;
        }
        int gaps = 0;
        for (Gap gap : a.gaps()) {
            int bit = 1 << gap.kind().ordinal();
            if (gap.memberId() == null) {
                gaps |= bit;
            } else {
                members[Integer.parseInt(gap.memberId()) - 1] |= bit << PlainResult.GAPS;
            }
        }
        digest.add(a.countedFen(), a.employmentCostFen(), a.rigidSpendingFen(), a.netFen(), a.membersLeft());
        digest.add(a.dibao().ordinal(), a.baseMonthlyFen(), a.monthlyFen(), until == null ? 0 : until.toEpochDay());
        digest.add(a.registerIncomeFen(), register == null ? -1 : register.ordinal());
        digest.add(medical(a), a.medicalBurdenFen(), gaps);
        for (int bits : members) {
            digest.add(bits);
        }
        return digest.value;
    }

    private static int medical(Assessment a) {
        return switch (a.medical()) {
            case NONE -> 0;
            case MEDICAL_AID -> 1;
            case MAJOR_ILLNESS_AID -> 2;
            case TEMPORARY_AID -> 3;
        };
    }

    /** Of the part that the rule engines compute too: rules A to H. */
    static long core(long net, int left, int dibao, long base, long monthly, int register) {
        Digest digest = new Digest();
        digest.add(net, left, dibao, base, monthly, register);
        return digest.value;
    }

    static long core(Assessment a) {
        RegisterOutcome register = a.register();
        return core(
                a.netFen(),
                a.membersLeft(),
                a.dibao().ordinal(),
                a.baseMonthlyFen(),
                a.monthlyFen(),
                register == null ? -1 : register.ordinal());
    }

    private void add(long... values) {
        for (long one : values) {
            value = (value ^ one) * 0x9E3779B97F4A7C15L;
            value ^= value >>> 31;
        }
    }
}
