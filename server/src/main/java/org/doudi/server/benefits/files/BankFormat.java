package org.doudi.server.benefits.files;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/** How a bank wants its file. */
interface BankFormat {
    /** Hands over the transfers of a file, one after the other. */
    interface Payments {
        void each(Consumer<Payment> to);
    }

    /** Writes the file; the same input gives the same bytes. Leaves the stream open. */
    void write(FileHead head, Payments payments, OutputStream to) throws IOException;
}
