package org.doudi.server.exchange.container;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;

/** Counts lines and makes the hash of all and of each thousand. */
public final class Lines {
    static final int BLOCK = 1000;

    private final SM3Digest all = new SM3Digest();
    private final List<String> blocks = new ArrayList<>();
    private SM3Digest block = new SM3Digest();
    private long count;
    private long bytes;

    /** Takes the next line with its end. */
    public void add(byte[] line) {
        all.update(line, 0, line.length);
        block.update(line, 0, line.length);
        bytes += line.length;
        count++;
        if (count % BLOCK == 0) {
            close();
        }
    }

    private void close() {
        blocks.add(Sm3.end(block));
        block = new SM3Digest();
    }

    long count() {
        return count;
    }

    long bytes() {
        return bytes;
    }

    /** The first line of the thousand that was closed last. */
    long blockStart() {
        return (blocks.size() - 1L) * BLOCK + 1;
    }

    List<String> blocks() {
        return blocks;
    }

    /** Ends it; asked for once. */
    public DeliveryHead.Content end(long rows, long added, long changed, long gone) {
        if (count % BLOCK != 0) {
            close();
        }
        return new DeliveryHead.Content(rows, added, changed, gone, bytes, Sm3.end(all), blocks);
    }
}
