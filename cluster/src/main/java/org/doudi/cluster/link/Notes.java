package org.doudi.cluster.link;

import java.util.function.IntConsumer;
import org.doudi.cluster.exchange.Inbox;
import org.doudi.cluster.exchange.Mail;
import org.doudi.linkage.table.RowKeys;

/**
 * What was told to a partition about its rows, packed: the notes about each row in the order in which they were made. A row that nobody
 * says anything about has no partner and nobody near, which is note {@link #NOBODY}.
 */
final class Notes {
    /** The note about a row without any. */
    static final int NOBODY = 0;

    private static final Note.Kind[] KINDS = Note.Kind.values();

    private final RowKeys keys = new RowKeys();
    private final Longs kinds = new Longs();
    private final Longs values = new Longs();
    private final int[] first;
    private final int[] next;

    Notes(PreparedPart<?> part, Inbox inbox) {
        add(Note.Kind.NEAREST, part.first(), -1, false, new byte[0]);
        inbox.read(0, this::read);
        first = new int[part.list().size()];
        next = new int[keys.size()];
        for (int note = keys.size() - 1; note > NOBODY; note--) {
            int row = (int) values.get(note) - part.first();
            next[note] = first[row];
            first[row] = note;
        }
    }

    private void read(Mail mail) {
        add(KINDS[mail.getInt()], mail.getInt(), mail.getInt(), mail.getInt() == 1, mail.getBytes());
    }

    private void add(Note.Kind kind, int row, int value, boolean flag, byte[] key) {
        kinds.add(kind.ordinal() << 1 | (flag ? 1 : 0));
        values.add((long) value << 32 | row);
        keys.add(0, key);
    }

    /** Shows the notes about a row. */
    void of(int row, IntConsumer visitor) {
        int note = first[row];
        do {
            visitor.accept(note);
            note = next[note];
        } while (note != NOBODY);
    }

    Note.Kind kind(int note) {
        return KINDS[(int) kinds.get(note) >>> 1];
    }

    boolean flag(int note) {
        return (kinds.get(note) & 1) == 1;
    }

    int value(int note) {
        return (int) (values.get(note) >> 32);
    }

    /** The keys of the other rows, note by note. */
    RowKeys keys() {
        return keys;
    }
}
