package org.doudi.otherside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The office's own papers: whom it knows, and who is on its register. */
record Records(Map<String, Known> people, List<Poor> register) {
    /** Somebody as the office knows them. */
    record Known(String name, Life life) {}

    /** Whether somebody lives. */
    enum Life {
        LIVES,
        DIED
    }

    /** A head of household on the register. */
    record Poor(String idNumber, String name, String cause) {}

    static Records in(Path folder) throws IOException {
        Map<String, Known> people = new TreeMap<>();
        for (String[] row : rows(folder.resolve("people.csv"))) {
            people.put(row[0], new Known(row[1], Life.valueOf(row[2])));
        }
        List<Poor> register = new ArrayList<>();
        for (String[] row : rows(folder.resolve("register.csv"))) {
            register.add(new Poor(row[0], row[1], row[2]));
        }
        return new Records(people, register);
    }

    private static List<String[]> rows(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .map(line -> line.split(",", -1))
                        .map(cells -> Arrays.copyOf(cells, 3))
                        .toList()
                : List.of();
    }
}
