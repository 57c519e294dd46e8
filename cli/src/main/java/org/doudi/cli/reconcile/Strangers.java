package org.doudi.cli.reconcile;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doudi.linkage.Linkage;
import org.doudi.linkage.Linker;
import org.doudi.linkage.Progress;
import org.doudi.linkage.person.PersonList;
import org.doudi.linkage.table.TableRow;

/** People whom lists name and no household does: moved away, dead, or never surveyed. The lists are linked among themselves. */
public record Strangers(List<Sighted> rows, long people) {
    /** One row about such a person; rows with the same number are the same person. */
    public record Sighted(long number, Roll roll, RollRow row) implements Serializable {
        /** The same row with the number of its person. */
        public Sighted numbered(long person) {
            return new Sighted(person, roll, row);
        }
    }

    private static final Path NAME = Path.of("not-in-households");

    static Strangers find(Map<Roll, RollBook> books, Map<Roll, Links> links, int threads) {
        List<Sighted> open = new ArrayList<>();
        for (Map.Entry<Roll, Links> entry : links.entrySet()) {
            RollBook book = books.get(entry.getKey());
            if (book != null) {
                open.addAll(open(book, entry.getValue()));
            }
        }
        return open.isEmpty() ? new Strangers(List.of(), 0) : number(open, threads);
    }

    /** Rows that name nobody of the households, not yet numbered. */
    public static List<Sighted> open(RollBook book, Links links) {
        List<Sighted> open = new ArrayList<>();
        for (int row = 0; row < links.rows(); row++) {
            RollRow cells = book.rows().get(row);
            boolean named = !cells.name().isEmpty() || !cells.idNumber().isEmpty();
            if (links.open(row) && named) {
                open.add(new Sighted(0, book.roll(), cells));
            }
        }
        return open;
    }

    /** The rows as a list of people to be cleared of duplicates; the line of each is one more than its place. */
    public static PersonList people(List<Sighted> open) {
        List<TableRow> cells = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            RollRow row = open.get(i).row();
            cells.add(new TableRow(i + 1L, List.of(row.name(), row.idNumber(), row.village())));
        }
        return PersonList.ofTable(NAME, List.of("姓名", "身份证号", "行政村"), cells.iterator());
    }

    private static Strangers number(List<Sighted> open, int threads) {
        Linkage same = new Linker(threads, Progress.SILENT).dedupe(people(open));
        List<Sighted> numbered = new ArrayList<>();
        int[] numbers = new int[open.size()];
        int people = 0;
        boolean[] taken = new boolean[open.size()];
        for (int row = 0; row < same.left().size(); row++) {
            int cluster = same.assignment().clusters().of(row);
            numbers[cluster] = numbers[cluster] == 0 ? ++people : numbers[cluster];
            int place = same.left().keys().line(row) - 1;
            taken[place] = true;
            numbered.add(open.get(place).numbered(numbers[cluster]));
        }
        for (int place = 0; place < taken.length; place++) {
            if (!taken[place]) {
                numbered.add(open.get(place).numbered(++people));
            }
        }
        return new Strangers(numbered, people);
    }
}
