package org.doudi.server.exchange.container;

/**
 * What a file of feedback says of itself.
 *
 * @param channel county, list and department whose list it was
 * @param madeOn the day the file was made
 * @param first the number of its first row
 * @param previous the hash of the row before that, or zeros
 * @param rows how many there are
 * @param hash SM3 of its lines
 * @param signer the id of the key that signed
 */
public record FeedbackHead(
        String channel, String madeOn, int first, String previous, long rows, String hash, String signer) {}
