package org.doudi.cluster.link;

import org.doudi.cluster.exchange.Mail;
import org.doudi.cluster.exchange.Packet;
import org.doudi.linkage.person.PersonRows;

/** Rows of people in messages: the eight words, and the possible bodies of a number with a digit too many or too few. */
final class RowMail {
    private final long[] words = new long[PersonRows.WORDS];

    void write(PersonRows rows, int row, Packet to) {
        rows.copy(row, words, 0);
        to.putLongs(words, 0, PersonRows.WORDS);
        long[] odd = rows.oddBodies(row);
        to.putInt(odd.length).putLongs(odd, 0, odd.length);
    }

    /** Adds the row that the message holds next. */
    void read(Mail mail, PersonRows rows) {
        mail.getLongs(words, 0, PersonRows.WORDS);
        rows.add(words);
        int odd = mail.getInt();
        if (odd > 0) {
            long[] bodies = new long[odd];
            mail.getLongs(bodies, 0, odd);
            rows.oddId(bodies);
        }
    }
}
