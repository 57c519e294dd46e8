package org.doudi.otherside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The office's own papers: whom it knows, who is on its lists, and what it knows that people earn in a year. */
record Records(Map<String, Known> people, Map<String, List<List<String>>> papers, Map<String, String> wages) {
    /** The lists that the office keeps, each with what its rows say behind number and name. */
    private static final Map<String, String> FILES = Map.of("REGISTER", "register.csv", "LIFTED", "lifted.csv");

    /** Somebody as the office knows them. */
    record Known(String name, Life life) {}

    /** Whether somebody lives. */
    enum Life {
        LIVES,
        DIED
    }

    static Records in(Path folder) throws IOException {
        Map<String, Known> people = new TreeMap<>();
        for (String[] row : rows(folder.resolve("people.csv"))) {
            people.put(row[0], new Known(row[1], Life.valueOf(row[2])));
        }
        Map<String, List<List<String>>> papers = new TreeMap<>();
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            papers.put(
                    file.getKey(),
                    rows(folder.resolve(file.getValue())).stream()
                            .map(Arrays::asList)
                            .toList());
        }
        Map<String, String> wages = new TreeMap<>();
        rows(folder.resolve("wages.csv")).forEach(row -> wages.put(row[0], row[1]));
        return new Records(people, papers, wages);
    }

    private static List<String[]> rows(Path file) throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .map(line -> line.split(",", -1))
                        .toList()
                : List.of();
    }
}
