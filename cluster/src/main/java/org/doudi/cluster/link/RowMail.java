package org.doudi.cluster.link;

import org.doudi.cluster.exchange.Mail;
import org.doudi.cluster.exchange.Packet;
import org.doudi.linkage.person.PersonRows;

/** Rows of people in messages: the eight words, and the possible bodies of a number with a digit too many or too few. */
final class RowMail {
    private RowMail() {}

    static void write(PersonRows rows, int row, Packet to) {
        long[] odd = rows.oddBodies(row);
        to.putInt(odd.length);
        int at = to.room(PersonRows.WORDS);
        rows.copy(row, to.longs(), at);
        to.putLongs(odd, 0, odd.length);
    }

    /** Adds the row that the message holds next. */
    static void read(Mail mail, PersonRows rows) {
        int odd = mail.getInt();
        rows.add(mail.longs(), mail.skip(PersonRows.WORDS));
        if (odd > 0) {
            long[] bodies = new long[odd];
            mail.getLongs(bodies, 0, odd);
            rows.oddId(bodies);
        }
    }
}
