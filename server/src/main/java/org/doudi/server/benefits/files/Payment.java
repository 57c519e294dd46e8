package org.doudi.server.benefits.files;

/**
 * One transfer as a bank reads it.
 *
 * @param reference by which the bank answers for it
 * @param holder the name at the bank
 * @param bank the bank's code, 12 digits
 * @param number the account's number, in the clear
 */
public record Payment(String reference, long fen, String holder, String bank, String number) {
    @Override
    public String toString() {
        return reference;
    }
}
