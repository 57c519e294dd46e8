package org.doudi.server.audit;

/** A trail to read: the table, or an export of it. */
public interface AuditSource {
    /** Takes what is read. */
    interface Reader {
        /** The next entry, chain by chain and in the order of numbers. */
        void entry(AuditEntry entry);

        /** The head of a chain, after its entries. */
        void head(ChainHead head);
    }

    /** Reads all of it. */
    void read(Reader reader);
}
