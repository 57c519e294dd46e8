package org.doudi.server.exchange.container;

/**
 * What a receipt says of itself.
 *
 * @param channel of the delivery that was received
 * @param version of it
 * @param delivery its hash
 * @param number 1 for the first receipt of a delivery
 * @param receivedOn the day it was received
 * @param rows how many rows it tells of
 * @param hash SM3 of its lines
 * @param signer the id of the receiver's key
 */
public record ReceiptHead(
        String channel,
        int version,
        String delivery,
        int number,
        String receivedOn,
        long rows,
        String hash,
        String signer) {
    /** Whether it is for the delivery of that hash, which says that of itself. */
    public boolean answers(String hash, String name, int nth) {
        return delivery.equals(hash) && channel.equals(name) && version == nth;
    }
}
