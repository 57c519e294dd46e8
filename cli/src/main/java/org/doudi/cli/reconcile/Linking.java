package org.doudi.cli.reconcile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.doudi.cli.reconcile.HouseholdRolls.Strength;
import org.doudi.linkage.Linkage;
import org.doudi.linkage.Linker;
import org.doudi.linkage.assign.Assignment;
import org.doudi.linkage.block.Candidates;
import org.doudi.linkage.person.PersonList;
import org.doudi.linkage.table.ReadList;
import org.doudi.linkage.table.RowKeys;

/** Links the rolls with the households' members, one roll after the other. */
final class Linking {
    private final Linker linker;
    private final PersonList persons;
    private final int[] personOfRow;

    private Linking(Linker linker, PersonList persons, PersonBook book) {
        this.linker = linker;
        this.persons = persons;
        personOfRow = places(persons.list().keys(), book);
    }

    static Linking with(Linker linker, PersonList persons, PersonBook book) {
        return new Linking(linker, persons, book);
    }

    /** The list as the linkage read it, for its rejects. */
    ReadList personList() {
        return persons.list();
    }

    /** For each row that the linkage kept, its place in the book: both read the same lines in the same order. */
    private static int[] places(RowKeys keys, PersonBook book) {
        int[] places = new int[keys.size()];
        int person = 0;
        for (int row = 0; row < places.length; row++) {
            while (person < book.size() && book.line(person) < keys.line(row)) {
                person++;
            }
            places[row] = person < book.size() && book.line(person) == keys.line(row) ? person : -1;
        }
        return places;
    }

    /** A roll with its links. */
    record Linked(Links links, ReadList list) {}

    Linked link(Path file, RollBook rollBook) throws IOException {
        PersonList list = PersonList.read(file);
        Linkage linkage = linker.link(list, persons, Assignment.Shape.MANY_TO_ONE);
        int[] rollRow = rollRows(list.list().keys(), rollBook);
        Links links = new Links(rollBook.rows().size());
        int rightBase = linkage.ranges().rightBase();
        LinkWords words = new LinkWords(linkage);
        // of several persons taken for one, the row names the nearest
        double[] nearest = new double[list.list().size()];
        linkage.forEachMatch((left, right, pattern) -> {
            int person = personOfRow[right - rightBase];
            double weight = linkage.weights().of(pattern);
            boolean nearer = rollRow[left] >= 0 && (links.person(rollRow[left]) < 0 || weight > nearest[left]);
            if (nearer && person >= 0) {
                nearest[left] = weight;
                links.link(rollRow[left], person, words.of(pattern));
            }
        });
        BitSet inReview = new BitSet(list.list().size());
        linkage.forEachReview((left, right, pattern) -> {
            int person = personOfRow[right - rightBase];
            if (rollRow[left] >= 0 && person >= 0) {
                // a row that has its person already is looked at for a borrowed number; it puts nobody else on the roll
                boolean settled = linkage.assignment().matched(left);
                inReview.set(left);
                links.review(new Links.Review(
                        rollRow[left],
                        person,
                        linkage.weights().probability(pattern),
                        words.of(pattern),
                        settled ? Strength.HINT : Strength.REVIEW));
            }
        });
        hints(linkage, inReview, (left, right, pattern) -> {
            int person = personOfRow[right - rightBase];
            if (rollRow[left] >= 0 && person >= 0) {
                links.hint(new Links.Review(
                        rollRow[left],
                        person,
                        linkage.weights().probability(pattern),
                        words.of(pattern),
                        Strength.HINT));
            }
        });
        links.count(count(list.list(), linkage, inReview));
        return new Linked(links, list.list());
    }

    /** The pairs of rows that name nobody: whoever shares a key with such a row may be the one. */
    private static void hints(Linkage linkage, BitSet inReview, Linkage.PairVisitor visitor) {
        Candidates candidates = linkage.candidates();
        for (int i = 0; i < candidates.size(); i++) {
            int left = Math.min(candidates.a(i), candidates.b(i));
            int right = Math.max(candidates.a(i), candidates.b(i));
            boolean across = !linkage.ranges().isRight(left) && linkage.ranges().isRight(right);
            if (across && !linkage.assignment().matched(left) && !inReview.get(left)) {
                visitor.pair(left, right, candidates.pattern(i));
            }
        }
    }

    private static Links.Counts count(ReadList list, Linkage linkage, BitSet inReview) {
        long matched = 0;
        long review = 0;
        long unmatched = 0;
        long duplicates = 0;
        for (int row = 0; row < list.size(); row++) {
            if (linkage.assignment().matched(row)) {
                matched++;
            } else if (inReview.get(row)) {
                review++;
            } else {
                unmatched++;
            }
            duplicates += linkage.assignment().clusters().of(row) != row ? 1 : 0;
        }
        return new Links.Counts(list.rowsIn(), matched, review, unmatched, list.rejectedRows(), duplicates);
    }

    private static int[] rollRows(RowKeys keys, RollBook book) {
        Map<Long, Integer> byLine = new HashMap<>();
        for (int row = 0; row < book.rows().size(); row++) {
            byLine.put(book.rows().get(row).line(), row);
        }
        int[] rows = new int[keys.size()];
        Arrays.fill(rows, -1);
        for (int row = 0; row < rows.length; row++) {
            rows[row] = byLine.getOrDefault((long) keys.line(row), -1);
        }
        return rows;
    }
}
