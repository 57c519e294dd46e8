package org.doudi.server.audit;

/**
 * A place where the trail is not what was written.
 *
 * @param kind what is wrong
 * @param chain in which chain
 * @param number at which entry
 */
public record AuditFault(Kind kind, int chain, long number) {
    /** What is wrong. */
    public enum Kind {
        /** Entries before this number are gone. */
        REMOVED,
        /** The entry is not the one that was written here: changed, or moved to another place. */
        CHANGED,
        /** The number comes twice, or out of turn. */
        OUT_OF_ORDER,
        /** The chain ends before the entry that its head names. */
        CUT_OFF,
        /** The head does not fit the chain's last entry. */
        HEAD_DIFFERS,
        /** The head's seal is not the vault's. */
        HEAD_FORGED,
        /** The chain has no head. */
        HEAD_MISSING
    }

    @Override
    public String toString() {
        return kind + " chain " + chain + " number " + number;
    }
}
