package org.doudi.cli.demodata;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.doudi.cli.folder.FreshFolder;
import org.doudi.cli.folder.SteadyWorkbook;
import org.doudi.linkage.table.CsvListWriter;
import org.doudi.linkage.table.XlsxListWriter;

/** Writes the departments' lists, dirt and duplicates included, and who each row really is. */
final class ListSink implements Sink {
    private static final double TWICE = .05;
    private static final long DIRT = 0x0D187L;

    private final long seed;
    private final Dirt dirt;
    private final Map<DepartmentList, Open> lists = new EnumMap<>(DepartmentList.class);
    private final CsvListWriter links;
    private long families;

    /** A row to come, for a person whom the list holds twice. */
    private record Again(Family family, Person person, int after) {}

    /** A list that is being written. */
    private abstract static class Open {
        private final Deque<Again> again = new ArrayDeque<>();
        private int rows;

        abstract void write(List<String> cells) throws IOException;

        abstract void close() throws IOException;
    }

    ListSink(long seed, Names names, FreshFolder folder) throws IOException {
        this.seed = seed;
        dirt = new Dirt(names);
        links = new CsvListWriter(
                folder.file("truth/links.csv"),
                List.of("list", "row", "person", "household", "surveyed", "copy", "dirt"));
        for (DepartmentList list : DepartmentList.values()) {
            lists.put(list, list.isWorkbook() ? workbook(list, folder) : csv(list, folder));
        }
    }

    private static Open workbook(DepartmentList list, FreshFolder folder) throws IOException {
        XlsxListWriter out = new XlsxListWriter(folder.file(list.file), list.title, list.header());
        return new Open() {
            @Override
            void write(List<String> cells) throws IOException {
                out.row(cells);
            }

            @Override
            void close() throws IOException {
                out.close();
                SteadyWorkbook.settle(folder.file(list.file));
            }
        };
    }

    private static Open csv(DepartmentList list, FreshFolder folder) throws IOException {
        Charset charset = list == DepartmentList.DIBAO ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
        Writer file = new OutputStreamWriter(
                new BufferedOutputStream(Files.newOutputStream(folder.file(list.file)), 1 << 16), charset);
        if (list == DepartmentList.REGISTER) {
            file.write('\uFEFF');
        }
        CsvListWriter out = new CsvListWriter(file, list.header());
        return new Open() {
            @Override
            void write(List<String> cells) {
                out.row(cells);
            }

            @Override
            void close() throws IOException {
                out.close();
            }
        };
    }

    @Override
    public void take(List<Family> village) throws IOException {
        for (Family family : village) {
            Dice dice = Dice.of(seed ^ DIRT, families++);
            for (var entry : lists.entrySet()) {
                DepartmentList list = entry.getKey();
                Open open = entry.getValue();
                for (Person person : family.persons) {
                    if (list.holds(family, person)) {
                        write(dice, list, open, family, person, "");
                        if (dice.chance(TWICE)) {
                            open.again.add(new Again(family, person, open.rows + dice.below(60)));
                        }
                    }
                }
                while (!open.again.isEmpty() && open.again.element().after() <= open.rows) {
                    writeAgain(dice, list, open);
                }
            }
        }
    }

    private void writeAgain(Dice dice, DepartmentList list, Open open) throws IOException {
        Again again = open.again.remove();
        write(dice, list, open, again.family(), again.person(), "1");
    }

    private void write(Dice dice, DepartmentList list, Open open, Family family, Person person, String copy)
            throws IOException {
        Sighting seen = dirt.see(dice, family, person);
        open.rows++;
        String row = String.valueOf(open.rows);
        List<String> cells = new ArrayList<>(16);
        cells.add(row);
        cells.addAll(list.cells(family, person, seen));
        open.write(cells);
        links.row(list.file, row, family.personId(person), family.id, family.surveyed ? "1" : "0", copy, seen.dirt());
    }

    /** Rows written so far, by list. */
    Map<DepartmentList, Integer> rows() {
        Map<DepartmentList, Integer> rows = new EnumMap<>(DepartmentList.class);
        lists.forEach((list, open) -> rows.put(list, open.rows));
        return rows;
    }

    /** Writes the duplicates still waiting, then closes the files. */
    @Override
    public void close() throws IOException {
        Dice dice = Dice.of(seed ^ DIRT, -1);
        for (var entry : lists.entrySet()) {
            while (!entry.getValue().again.isEmpty()) {
                writeAgain(dice, entry.getKey(), entry.getValue());
            }
            entry.getValue().close();
        }
        links.close();
    }
}
