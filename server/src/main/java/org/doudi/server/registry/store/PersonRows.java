package org.doudi.server.registry.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.doudi.server.registry.Sex;
import org.jspecify.annotations.Nullable;

/** Reads {@code persons.csv} household by household, in the order in which the households come. */
final class PersonRows implements AutoCloseable {
    private static final List<String> NEEDED = List.of("户编号", "成员号", "姓名", "身份证号", "性别", "与户主关系", "家庭住址", "联系电话");

    private final BufferedReader reader;
    private final Map<String, Integer> columns;
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
        reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        String header = reader.readLine();
        if (header == null) {
            throw new IOException(file + " is empty");
        }
        String[] names = (header.startsWith("\ufeff") ? header.substring(1) : header).split(",", -1);
        columns = IntStream.range(0, names.length).boxed().collect(Collectors.toMap(i -> names[i], i -> i));
        for (String name : NEEDED) {
            if (!columns.containsKey(name)) {
                throw new IOException(file + " has no column " + name);
            }
        }
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
        String line = reader.readLine();
        if (line == null) {
            return null;
        }
        String[] cells = line.split(",", -1);
        if (cells.length != columns.size() || line.indexOf('"') >= 0) {
            throw new IOException("a row of the list of persons has " + cells.length + " cells, not " + columns.size());
        }
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

    private String cell(String[] cells, String column) {
        Integer place = columns.get(column);
        if (place == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return cells[place].strip();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
