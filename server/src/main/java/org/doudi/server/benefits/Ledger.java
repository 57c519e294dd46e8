package org.doudi.server.benefits;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The county's pool by double entry (clause 3.3-1): dibao, tekun and temporary aid are paid from one pool, and the ledger tells them apart. */
public interface Ledger {
    /** What an account is about. */
    enum Account {
        /** Money that finance gave, with the sign turned. */
        FUNDING,
        /** Money that is free. */
        POOL,
        /** Money that is set aside for a run. */
        BLOCKED,
        PAID_DIBAO,
        PAID_TEKUN,
        PAID_LIVING_ALLOWANCE,
        PAID_CARE_ALLOWANCE,
        PAID_PREMIUM_SUBSIDY,
        PAID_PRICE_SUBSIDY,
        PAID_MEDICAL_AID,
        PAID_TEMPORARY_AID;

        /** The account that holds what was paid for an aid. */
        public static Account paid(Aid aid) {
            return valueOf("PAID_" + aid.name());
        }
    }

    /** What is booked. */
    enum Entry {
        /** Money of the budget comes into the pool. */
        DEPOSIT,
        /** Money is set aside for a run. */
        BLOCK,
        /** What was set aside is made as much as what is sent. */
        FIT,
        /** Money arrived. */
        PAID,
        /** The bank did not pay. */
        REJECTED,
        /** Money arrived and came back. */
        REVERSED,
        /** What was paid and not owed was paid back by the household itself. */
        REPAID
    }

    /**
     * Books an entry.
     *
     * @param key of the entry; booked twice, it works once
     * @param postings by account, in fen; they add up to nothing
     */
    void book(String county, Entry kind, @Nullable Long run, String key, String words, Map<Account, Long> postings);

    /** What every account of a county holds, in fen. */
    Map<Account, Long> balances(String county);

    /** Lets nobody else book in the county until the transaction ends. */
    void lock(String county);
}
