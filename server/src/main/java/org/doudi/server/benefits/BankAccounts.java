package org.doudi.server.benefits;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that money goes to. A new one is proposed by one officer, decided by another, and used after a few days in which somebody
 * can object; until then money goes to the old one.
 */
public interface BankAccounts {
    /**
     * An account, its number masked.
     *
     * @param usableFrom the first day that money is sent to it
     * @param others how many other households have the same number
     */
    record BankAccount(
            long id,
            long household,
            long person,
            String holder,
            String bank,
            String maskedNumber,
            State state,
            @Nullable LocalDate usableFrom,
            long others) {}

    /** How an account stands. */
    enum State {
        PROPOSED,
        /** Agreed on; money goes to it from its first day on. */
        COMING,
        ACTIVE,
        /** A bank sent money back from it; it gets none any more. */
        RETURNED,
        REFUSED,
        RETIRED
    }

    /**
     * Proposes an account.
     *
     * @param holder the name at the bank; it is the person's
     * @param bank the bank's code, 12 digits
     * @param number the card's or account's number
     * @return its id
     */
    long propose(long household, long person, String holder, String bank, String number);

    /** A second officer takes the account into use: a first one at once, another after the days to object. What came back goes out again with it. */
    void approve(long account);

    /** A second officer refuses it. */
    void refuse(long account);

    /** The accounts of a household. */
    List<BankAccount> of(long household);
}
