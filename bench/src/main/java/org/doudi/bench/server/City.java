package org.doudi.bench.server;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The made-up city as files, and the people whom the clerks of each township look for. */
record City(Map<String, List<Person>> byTownship) {
    private static final Pattern HOUSEHOLD = Pattern.compile("\"householdId\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern VILLAGE = Pattern.compile("\"village\"\\s*:\\s*\"(\\d{9})\\d{3}\"");
    private static final int KEPT = 120;

    /** A head of household. */
    record Person(String household, String name, String idNumber) {}

    /** Copies the first so many households of a folder into another one. */
    static void cut(Path from, Path to, int households) throws IOException {
        Files.createDirectories(to);
        Set<String> kept = new HashSet<>();
        try (BufferedReader in = Files.newBufferedReader(from.resolve("households.jsonl"), StandardCharsets.UTF_8);
                BufferedWriter out = Files.newBufferedWriter(to.resolve("households.jsonl"), StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null && kept.size() < households; line = in.readLine()) {
                kept.add(first(HOUSEHOLD, line));
                out.write(line);
                out.newLine();
            }
        }
        try (BufferedReader in = Files.newBufferedReader(from.resolve("persons.csv"), StandardCharsets.UTF_8);
                BufferedWriter out = Files.newBufferedWriter(to.resolve("persons.csv"), StandardCharsets.UTF_8)) {
            String line = in.readLine();
            int column = List.of(line.replace("\uFEFF", "").split(",", -1)).indexOf("户编号");
            while (line != null && (kept.contains(line.split(",", -1)[column]) || line.contains("户编号"))) {
                out.write(line);
                out.newLine();
                line = in.readLine();
            }
        }
    }

    /** Reads which people there are. */
    static City read(Path folder) throws IOException {
        Map<String, String> townships = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        try (BufferedReader in = Files.newBufferedReader(folder.resolve("households.jsonl"), StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String township = first(VILLAGE, line);
                if (counts.merge(township, 1, Integer::sum) <= KEPT) {
                    townships.put(first(HOUSEHOLD, line), township);
                }
            }
        }
        Map<String, List<Person>> people = new TreeMap<>();
        try (BufferedReader in = Files.newBufferedReader(folder.resolve("persons.csv"), StandardCharsets.UTF_8)) {
            List<String> header = List.of(in.readLine().replace("\uFEFF", "").split(",", -1));
            int household = header.indexOf("户编号");
            int name = header.indexOf("姓名");
            int number = header.indexOf("身份证号");
            int relation = header.indexOf("与户主关系");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] cells = line.split(",", -1);
                String township = townships.get(cells[household]);
                if (township != null && cells[relation].equals("户主")) {
                    people.computeIfAbsent(township, t -> new ArrayList<>())
                            .add(new Person(cells[household], cells[name], cells[number]));
                }
            }
        }
        return new City(people);
    }

    private static String first(Pattern pattern, String line) throws IOException {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.find()) {
            throw new IOException("a household lacks " + pattern);
        }
        return matcher.group(1);
    }
}
