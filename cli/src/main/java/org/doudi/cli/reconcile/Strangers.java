package org.doudi.cli.reconcile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doudi.linkage.Linkage;
import org.doudi.linkage.Linker;
import org.doudi.linkage.Progress;
import org.doudi.linkage.table.CsvListWriter;

/** People whom lists name and no household does: moved away, dead, or never surveyed. The lists are linked among themselves. */
record Strangers(List<Sighted> rows, int people) {
    /** One row about such a person; rows with the same number are the same person. */
    record Sighted(int number, Roll roll, RollRow row) {}

    static Strangers find(Map<Roll, RollBook> books, Map<Roll, Links> links, int threads) throws IOException {
        List<Sighted> open = new ArrayList<>();
        for (Map.Entry<Roll, Links> entry : links.entrySet()) {
            Links found = entry.getValue();
            boolean[] inReview = new boolean[found.rows()];
            found.reviews().forEach(review -> inReview[review.row()] = true);
            RollBook book = books.get(entry.getKey());
            for (int row = 0; book != null && row < found.rows(); row++) {
                RollRow cells = book.rows().get(row);
                boolean named = !cells.name().isEmpty() || !cells.idNumber().isEmpty();
                if (found.person(row) < 0 && !inReview[row] && named) {
                    open.add(new Sighted(0, entry.getKey(), cells));
                }
            }
        }
        return open.isEmpty() ? new Strangers(List.of(), 0) : number(open, threads);
    }

    private static Strangers number(List<Sighted> open, int threads) throws IOException {
        Path pool = Files.createTempFile("doudi-open-", ".csv");
        try {
            try (CsvListWriter out = new CsvListWriter(pool, List.of("序号", "姓名", "身份证号", "行政村"))) {
                for (int i = 0; i < open.size(); i++) {
                    RollRow row = open.get(i).row();
                    out.row(String.valueOf(i), row.name(), row.idNumber(), row.village());
                }
            }
            Linkage same = new Linker(threads, Progress.SILENT).dedupe(pool);
            List<Sighted> numbered = new ArrayList<>();
            int[] numbers = new int[open.size()];
            int people = 0;
            boolean[] taken = new boolean[open.size()];
            for (int row = 0; row < same.left().size(); row++) {
                int cluster = same.assignment().clusters().of(row);
                numbers[cluster] = numbers[cluster] == 0 ? ++people : numbers[cluster];
                int place = Integer.parseInt(same.left().keys().get(row));
                taken[place] = true;
                numbered.add(new Sighted(
                        numbers[cluster],
                        open.get(place).roll(),
                        open.get(place).row()));
            }
            for (int place = 0; place < taken.length; place++) {
                if (!taken[place]) {
                    numbered.add(new Sighted(
                            ++people, open.get(place).roll(), open.get(place).row()));
                }
            }
            return new Strangers(numbered, people);
        } finally {
            Files.deleteIfExists(pool);
        }
    }
}
