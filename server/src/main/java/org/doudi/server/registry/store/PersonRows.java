package org.doudi.server.registry.store;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.doudi.server.registry.Sex;
import org.jspecify.annotations.Nullable;

/** Reads {@code persons.csv} household by household, in the order in which the households come. */
final class PersonRows implements AutoCloseable {
    private final CsvReader<NamedCsvRecord> reader;
    private final Iterator<NamedCsvRecord> records;
    private @Nullable Row next;

    /** One person of the file. */
    record Row(
            String household,
            String number,
            String name,
            String idNumber,
            Sex sex,
            String relation,
            String address,
            String phone) {
        boolean isHead() {
            return relation.equals("户主");
        }
    }

    PersonRows(Path file) throws IOException {
        if (Files.size(file) == 0) {
            throw new IOException(file + " is empty");
        }
        reader = CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file);
        records = reader.iterator();
        next = row();
    }

    /** The persons of a household; an error if the file goes on with another one. */
    List<Row> of(String household) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Row row = next; row != null && row.household().equals(household); row = next) {
            rows.add(row);
            next = row();
        }
        if (rows.isEmpty()) {
            throw new IOException("the list of persons goes on with another household than " + household);
        }
        return rows;
    }

    private @Nullable Row row() throws IOException {
        if (!records.hasNext()) {
            return null;
        }
        NamedCsvRecord cells = records.next();
        return new Row(
                cell(cells, "户编号"),
                cell(cells, "成员号"),
                cell(cells, "姓名"),
                cell(cells, "身份证号"),
                cell(cells, "性别").equals("男") ? Sex.MALE : Sex.FEMALE,
                cell(cells, "与户主关系"),
                cell(cells, "家庭住址"),
                cell(cells, "联系电话"));
    }

    private static String cell(NamedCsvRecord cells, String column) throws IOException {
        return cells.findField(column)
                .orElseThrow(() -> new IOException("the list of persons has no column " + column))
                .strip();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
