package org.doudi.server.benefits.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.doudi.server.benefits.files.FileRefused.Cause;

/** Refuses what unfolds to more than a bound. Does not close what it reads from. */
final class BoundedInput extends FilterInputStream {
    private final long most;
    private final long[] read;

    /** Counts on from what others read before. */
    BoundedInput(InputStream in, long most, long[] read) {
        super(in);
        this.most = most;
        this.read = read;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int more) {
        read[0] += more;
        if (read[0] > most) {
            throw new FileRefused(Cause.TOO_BIG, read[0] + " bytes");
        }
    }

    @Override
    public void close() {
        // the stream below goes on to its next part
    }
}
