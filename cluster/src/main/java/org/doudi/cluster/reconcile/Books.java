package org.doudi.cluster.reconcile;

import java.nio.file.Path;
import org.doudi.cli.divisions.Divisions;
import org.doudi.cli.reconcile.PersonBook;
import org.doudi.cli.reconcile.Roll;
import org.doudi.cli.reconcile.RollBook;
import org.doudi.cluster.lists.Beside;
import org.doudi.cluster.lists.Reading;
import org.doudi.linkage.person.PersonList;
import org.doudi.linkage.person.PersonRows;
import org.doudi.linkage.table.RowHandler;

/** What a reconciliation reads of its lists beside the people, and the places that are the same for all of it. */
final class Books {
    private Books() {}

    /** The divisions, read once a machine. */
    static final class Places {
        static final Divisions DIVISIONS = Divisions.load();

        private Places() {}
    }

    /** Of the list of members, who they are. */
    static Reading<PersonRows, PersonBook> members() {
        return new Reading<>(PersonList::taker, new Beside<>() {
            @Override
            public PersonBook begin() {
                return new PersonBook();
            }

            @Override
            public RowHandler reader(PersonBook into, Path name) {
                return into.reader(name);
            }
        });
    }

    /** Of a roll, what its rows say. */
    static Reading<PersonRows, RollBook> rows(Roll roll) {
        return new Reading<>(PersonList::taker, new Beside<>() {
            @Override
            public RollBook begin() {
                return new RollBook(roll);
            }

            @Override
            public RowHandler reader(RollBook into, Path name) {
                return into.reader(name);
            }
        });
    }
}
