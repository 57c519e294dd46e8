package org.doudi.server.database;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.doudi.server.vault.KeyRing;
import org.jspecify.annotations.Nullable;

/** Reads a backup from begin to end. */
final class BackupReader implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int MOST = 100_000;

    private final InputStream file;
    private final KeyRing.Opened opened;
    private final DataInputStream in;
    private final String moment;
    private final List<String> scripts;

    /** Takes what is in a backup, in order. */
    interface Receiver {
        /**
         * A table.
         *
         * @param rows to be read to its end
         * @return how many rows came, or a negative number if they were not counted
         */
        long table(Catalog.Name name, List<String> columns, InputStream rows) throws IOException, SQLException;

        /** A sequence and its value. */
        void sequence(Catalog.Name name, long last, boolean called) throws SQLException;
    }

    BackupReader(Path path, KeyRing keys, @Nullable Path keyFile, @Nullable String passphrase) throws IOException {
        file = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        try {
            opened = keys.unseal(file, keyFile, passphrase);
            in = new DataInputStream(new BufferedInputStream(new InflaterInputStream(opened.content()), BUFFER));
            String format = in.readUTF();
            if (!format.equals(Backup.FORMAT)) {
                throw new DatabaseRefusedException(
                        "The backup has the form \"" + format + "\", which this version" + " does not read");
            }
            moment = in.readUTF();
            scripts = strings();
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** What it was opened by. */
    KeyRing.Opened opened() {
        return opened;
    }

    /** When the backup was made. */
    String moment() {
        return moment;
    }

    /** The migrations that had made the tables. */
    List<String> scripts() {
        return scripts;
    }

    /**
     * Reads all of it, to the mark at its end.
     *
     * @return how many rows the tables have
     */
    long readTo(Receiver receiver) throws IOException, SQLException {
        long all = 0;
        for (int part = in.readUnsignedByte(); part != Backup.END; part = in.readUnsignedByte()) {
            Catalog.Name name = new Catalog.Name(in.readUTF(), in.readUTF());
            if (part == Backup.SEQUENCE) {
                receiver.sequence(name, in.readLong(), in.readBoolean());
                continue;
            }
            if (part != Backup.TABLE) {
                throw new DatabaseRefusedException("The backup has a part of an unknown kind");
            }
            List<String> columns = strings();
            Blocks rows = new Blocks(in);
            long came = receiver.table(name, columns, rows);
            rows.skipToEnd();
            long had = in.readLong();
            if (came >= 0 && came != had) {
                throw new DatabaseRefusedException(name + " had " + had + " rows, of which " + came + " came");
            }
            all += had;
        }
        if (in.read() >= 0) {
            throw new DatabaseRefusedException("The backup goes on behind its end");
        }
        return all;
    }

    private List<String> strings() throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new DatabaseRefusedException("The backup has " + count + " names where some were expected");
        }
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            strings.add(in.readUTF());
        }
        return strings;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** The blocks of one table as one stream. */
    private static final class Blocks extends InputStream {
        private final DataInputStream in;
        private int left;
        private boolean ended;

        Blocks(DataInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (left == 0 && !ended) {
                left = in.readInt();
                ended = left <= 0;
            }
            if (ended) {
                return -1;
            }
            int now = in.read(into, from, Math.min(length, left));
            if (now < 0) {
                throw new EOFException();
            }
            left -= now;
            return now;
        }

        void skipToEnd() throws IOException {
            transferTo(OutputStream.nullOutputStream());
        }
    }
}
