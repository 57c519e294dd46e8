package org.doudi.cluster.link;

import java.io.Serializable;
import org.doudi.cluster.exchange.Mail;
import org.doudi.cluster.exchange.Packet;

/**
 * How rows of one kind are kept and sent.
 *
 * @param <R> rows, packed
 */
interface RowForm<R extends Serializable> extends Serializable {
    /** No rows yet. */
    R none();

    /** Number of rows. */
    int size(R rows);

    /** Writes a row into a message. */
    void write(R rows, int row, Packet to);

    /** Adds the row that the message holds next. */
    void read(Mail mail, R rows);

    /** Adds a row that others hold. */
    void copy(R from, int row, R to);
}
