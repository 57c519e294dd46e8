package org.doudi.cluster.link;

import org.doudi.cluster.exchange.Mail;
import org.doudi.cluster.exchange.Packet;
import org.doudi.linkage.person.PersonRows;

/** People in messages: the eight words, and the possible bodies of a number with a digit too many or too few. */
final class PersonForm implements RowForm<PersonRows> {
    @Override
    public PersonRows none() {
        return new PersonRows();
    }

    @Override
    public int size(PersonRows rows) {
        return rows.size();
    }

    @Override
    public void write(PersonRows rows, int row, Packet to) {
        long[] odd = rows.oddBodies(row);
        to.putInt(odd.length);
        int at = to.room(PersonRows.WORDS);
        rows.copy(row, to.longs(), at);
        to.putLongs(odd, 0, odd.length);
    }

    @Override
    public void read(Mail mail, PersonRows rows) {
        int odd = mail.getInt();
        rows.add(mail.longs(), mail.skip(PersonRows.WORDS));
        if (odd > 0) {
            long[] bodies = new long[odd];
            mail.getLongs(bodies, 0, odd);
            rows.oddId(bodies);
        }
    }

    @Override
    public void copy(PersonRows from, int row, PersonRows to) {
        long[] words = new long[PersonRows.WORDS];
        from.copy(row, words, 0);
        to.add(words);
        if (from.oddBodies(row).length > 0) {
            to.oddId(from.oddBodies(row));
        }
    }
}
