package org.doudi.linkage.person;

import java.io.IOException;
import java.nio.file.Path;
import org.doudi.linkage.table.ListReader;
import org.doudi.linkage.table.ReadList;
import org.doudi.linkage.table.UnreadableList;

/**
 * One list of people in memory.
 *
 * @param list what was read: keys, lines, rejects
 * @param rows the people, packed
 */
public record PersonList(ReadList list, PersonRows rows) {
    /**
     * Reads a list of people.
     *
     * @throws UnreadableList if no row of it can be read; the message says what to do
     */
    public static PersonList read(Path file) throws IOException {
        PersonReader reader = new PersonReader(file);
        ListReader.read(file, reader);
        return reader.list();
    }
}
