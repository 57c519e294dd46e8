package org.doudi.server.exchange.container;

import java.util.List;

/**
 * What a delivery says of itself. Everything in it is signed, and the rows by their hash with it.
 *
 * @param channel county, list and receiving department
 * @param version 1 for the first of the channel
 * @param period the month, as 2017-06
 * @param madeOn the day it was made
 * @param previous the hash of the delivery before it, or zeros
 * @param signer the id of the key that signed
 */
public record DeliveryHead(
        String channel,
        int version,
        String period,
        String madeOn,
        String previous,
        Terms terms,
        Content content,
        String signer) {
    /**
     * What was agreed.
     *
     * @param until the last day of the agreement
     * @param receiverKey the key by which the receiver signs receipts
     */
    public record Terms(
            long agreement,
            String purpose,
            String basis,
            String until,
            String sender,
            String receiver,
            String receiverName,
            String receiverKey,
            List<String> fields) {
        public Terms {
            fields = List.copyOf(fields);
        }
    }

    /**
     * What the rows are.
     *
     * @param rows how many are on the list
     * @param gone how many lines tell of a row that is on it no more
     * @param bytes how long the lines are together
     * @param hash SM3 of the lines
     * @param blocks SM3 of each thousand of lines, so that a change is found where it is
     */
    public record Content(
            long rows, long added, long changed, long gone, long bytes, String hash, List<String> blocks) {
        public Content {
            blocks = List.copyOf(blocks);
        }
    }
}
