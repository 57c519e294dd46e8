package org.doudi.linkage.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Opens a list by what its bytes say it is, not by its name. */
public final class ListReader {
    /** The longest cell, in characters, that can be a value in a list of people. */
    static final int LONGEST_CELL = 4096;

    private ListReader() {}

    /**
     * Reads a whole list.
     *
     * @param file a csv (UTF-8 with or without byte order mark, UTF-16 with one, GB18030) or xlsx file
     * @param handler receives the header, the rows and the rejects, in the order of the file
     * @throws UnreadableList if the file is missing, empty or no list at all
     * @throws IOException if the disk fails
     */
    public static void read(Path file, RowHandler handler) throws IOException {
        byte[] start = start(file);
        if (start.length == 0) {
            throw new UnreadableList(file, 0, "the file is empty", "Ask the sender for the list again");
        }
        if (startsWith(start, 'P', 'K', 3, 4)) {
            new XlsxReader(file, handler).read();
        } else if (startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableList(
                    file,
                    0,
                    "this is an old Excel workbook (.xls) or one locked by a password",
                    "Open it and save it as .xlsx without a password, or as csv");
        } else {
            new CsvListReader(ListSource.of(file), handler).read();
        }
    }

    private static byte[] start(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new UnreadableList(file, 0, "this is a folder, not a list", "Name a csv or xlsx file in it");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        } catch (NoSuchFileException e) {
            throw new UnreadableList(file, 0, "there is no such file", "Check the path");
        }
    }

    static boolean startsWith(byte[] bytes, int... magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
