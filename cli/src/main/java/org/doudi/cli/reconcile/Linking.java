package org.doudi.cli.reconcile;

import java.io.IOException;
import java.nio.file.Path;
import org.doudi.linkage.Linkage;
import org.doudi.linkage.Linker;
import org.doudi.linkage.assign.Assignment;
import org.doudi.linkage.person.PersonList;
import org.doudi.linkage.table.ReadList;

/** Links the rolls with the households' members, one roll after the other. */
final class Linking {
    private final Linker linker;
    private final PersonList persons;
    private final int[] personOfRow;

    private Linking(Linker linker, PersonList persons, PersonBook book) {
        this.linker = linker;
        this.persons = persons;
        personOfRow = book.placesOf(persons.list().keys());
    }

    static Linking with(Linker linker, PersonList persons, PersonBook book) {
        return new Linking(linker, persons, book);
    }

    /** The list as the linkage read it, for its rejects. */
    ReadList personList() {
        return persons.list();
    }

    /** A roll with its links. */
    record Linked(Links links, ReadList list) {}

    Linked link(Path file, RollBook rollBook) throws IOException {
        PersonList list = PersonList.read(file);
        // a linkage adapts the rows to both lists, such as the names of villages; the next roll must find them as they
        // were read
        PersonList members = new PersonList(persons.list(), persons.rows().copy());
        Linkage linkage = linker.link(list, members, Assignment.Shape.MANY_TO_ONE);
        Links links = new Links(rollBook.rows().size());
        int rightBase = linkage.ranges().rightBase();
        Assignment assignment = linkage.assignment();
        Tying tying = new Tying(links, rollBook.placesOf(list.list().keys()), linkage.weights());
        linkage.forEachMatch((left, right, pattern) -> tying.match(left, personOfRow[right - rightBase], pattern));
        linkage.forEachReview((left, right, pattern) ->
                tying.review(left, personOfRow[right - rightBase], pattern, assignment.matched(left)));
        linkage.forEachNear((left, right, pattern) -> tying.near(left, personOfRow[right - rightBase], pattern));
        tying.count(
                list.list().rowsIn(),
                list.list().rejectedRows(),
                assignment::matched,
                row -> assignment.clusters().of(row) != row);
        return new Linked(links, list.list());
    }
}
