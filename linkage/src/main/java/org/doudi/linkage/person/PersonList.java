package org.doudi.linkage.person;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.doudi.linkage.table.ListReader;
import org.doudi.linkage.table.ListTaker;
import org.doudi.linkage.table.ReadList;
import org.doudi.linkage.table.TableRow;
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
        return reader.people();
    }

    /**
     * Takes a list of people.
     *
     * @param name what messages call it
     */
    public static ListTaker<PersonRows> taker(Path name) {
        return new PersonReader(name);
    }

    /**
     * Takes people from a table that lies in no file; they are understood just as those of a file. Rows without a key go by their number.
     *
     * @param name what messages call the table
     * @param header names of its columns
     * @throws UnreadableList if nobody can be found by these columns
     */
    public static PersonList ofTable(Path name, List<String> header, Iterator<TableRow> rows) {
        ListTaker<PersonRows> taken = TableRow.tellAll(name, header, rows, taker(name));
        return new PersonList(taken.list(), taken.rows());
    }
}
