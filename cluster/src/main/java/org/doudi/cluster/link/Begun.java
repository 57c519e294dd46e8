package org.doudi.cluster.link;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.doudi.cluster.exchange.Exchange;
import org.doudi.cluster.exchange.Inbox;
import org.doudi.cluster.exchange.Post;
import org.doudi.linkage.person.HouseholdSupport;

/**
 * What a neighbourhood says when its assignment has begun.
 *
 * @param left left rows in it
 * @param freeLeft those of them without a partner
 * @param right right rows in it
 * @param freeRight those of them without a partner
 * @param partners households of left rows, each followed by that of the row's partner
 * @param asked households of left rows for which it matters where their other members went
 */
@SuppressWarnings("ArrayRecordComponent") // packed, and never compared
record Begun(int left, int freeLeft, int right, int freeRight, long[] partners, long[] asked) implements Serializable {
    /** The numbers alone, added up. */
    record Counts(long left, long freeLeft, long right, long freeRight, long partners) implements Serializable {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        static Counts of(Begun begun) {
            return new Counts(begun.left, begun.freeLeft, begun.right, begun.freeRight, begun.partners.length / 2);
        }

        Counts with(Counts other) {
            return new Counts(
                    left + other.left,
                    freeLeft + other.freeLeft,
                    right + other.right,
                    freeRight + other.freeRight,
                    partners + other.partners);
        }
    }

    private static final int WENT = 0;
    private static final int ASKED = 1;

    /** Each household is answered for by one partition, which hears where its members went and who asks. */
    void send(int neighbourhood, Post post, int partitions) {
        for (int i = 0; i < partners.length; i += 2) {
            post.to(Exchange.scattered(partners[i], partitions))
                    .putInt(WENT)
                    .putLong(partners[i])
                    .putLong(partners[i + 1]);
        }
        for (long household : asked) {
            post.to(Exchange.scattered(household, partitions))
                    .putInt(ASKED)
                    .putLong(household)
                    .putLong(neighbourhood);
        }
    }

    /** Answers those who ask. */
    static void answer(Inbox inbox, Post post) {
        Map<Long, Long> rightHousehold = new HashMap<>();
        Longs asking = new Longs();
        inbox.read(0, mail -> {
            boolean went = mail.getInt() == WENT;
            long household = mail.getLong();
            long other = mail.getLong();
            if (went) {
                HouseholdSupport.together(rightHousehold, household, other);
            } else {
                asking.add(household);
                asking.add(other);
            }
        });
        for (int i = 0; i < asking.size(); i += 2) {
            Long to = rightHousehold.get(asking.get(i));
            if (to != null) {
                post.to((int) asking.get(i + 1)).putLong(asking.get(i)).putLong(to);
            }
        }
    }
}
