package org.doudi.linkage.person;

import java.nio.file.Path;
import java.util.List;
import org.doudi.linkage.table.TableRow;

/** Makes a list of people of rows that lie in no file; they are understood just as those of a file. */
public final class PersonListBuilder {
    private final PersonReader reader;
    private long line;

    /**
     * An empty list.
     *
     * @param name what it is called where a file's name would stand
     * @param columns what the cells of each row mean, in their order; one of {@link PersonColumn#NAME}, {@link PersonColumn#ID_NUMBER} and
     *     {@link PersonColumn#CERTIFICATE} must be among them
     */
    public PersonListBuilder(String name, List<PersonColumn> columns) {
        reader = new PersonReader(Path.of(name));
        List<String> header = columns.stream().map(c -> c.headers().get(0)).toList();
        if (!reader.header(1, header)) {
            throw new IllegalArgumentException("rows by which nobody can be found: " + columns);
        }
        line = 1;
    }

    /** Adds a row; an empty cell says nothing. A row with neither a name nor a number that can be used becomes a reject. */
    public void add(List<String> cells) {
        new TableRow(++line, cells).tell(reader);
    }

    /** The list of the rows so far. */
    public PersonList build() {
        return reader.people();
    }
}
