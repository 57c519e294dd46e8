package org.doudi.server.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.doudi.server.identity.Role;

/** Some households of the made-up village in a township of their own, for tests that change them. */
public final class OtherTownship {
    private static final int HOUSEHOLDS = 40;

    private final String code;
    private final String prefix;
    private final String phones;

    /** A township of nine digits that no other test uses, and two digits that its households' numbers and phones begin with. */
    public OtherTownship(String code, String prefix) {
        this(code, prefix, prefix);
    }

    private OtherTownship(String code, String prefix, String phones) {
        this.code = code;
        this.prefix = prefix;
        this.phones = phones;
    }

    /** Another township of the same people: by other numbers, with the same phones. */
    public OtherTownship again(String otherCode, String otherPrefix) {
        return new OtherTownship(otherCode, otherPrefix, phones);
    }

    /** Its code. */
    public String code() {
        return code;
    }

    /** A village of it. */
    public String village() {
        return code + "202";
    }

    /** The number of a household, from 1. */
    public String number(int n) {
        return "H-" + prefix + "%05d".formatted(n);
    }

    /** Works as the township's clerk. */
    public <T> T as(Supplier<T> work) {
        return RegistryFixture.as(Role.TOWNSHIP_CLERK, code, work);
    }

    /** The id of a household. */
    public long id(Households households, int n) {
        return as(() -> households.search(new SearchQuery(number(n), "")))
                .get(0)
                .household();
    }

    /** The rows of the list of persons of this township, with id numbers of its own. */
    public List<String> persons() {
        try {
            List<String> rows = new ArrayList<>();
            for (String line : Files.readAllLines(RegistryFixture.folder().resolve("persons.csv"))) {
                rows.add(rows.isEmpty() ? line : moved(line));
            }
            rows.removeIf(row -> row.startsWith("H-") && number(row) > HOUSEHOLDS);
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int number(String row) {
        return Integer.parseInt(row.substring(4, 9));
    }

    private String moved(String row) {
        String[] cells = row.split(",", -1);
        cells[0] = renamed(cells[0]);
        cells[1] = renamed(cells[1]);
        cells[4] = idNumber(cells[4]);
        cells[8] = village();
        // somebody else's phone, which no other test's township has
        cells[10] = cells[10].isEmpty() ? "" : "160" + phones + cells[10].substring(5);
        return String.join(",", cells);
    }

    private String renamed(String text) {
        return text.replaceFirst("H-00", "H-" + prefix);
    }

    /** The same birth and sex from another place, with a right check character. */
    private String idNumber(String number) {
        String body = "41" + prefix + "11" + number.substring(6, 17);
        return NewPerson.checked(body);
    }

    /** Loads it once. */
    public void load(RegistryLoader loader, Households households) {
        if (as(households::count) > 0) {
            return;
        }
        try {
            Path folder = Files.createTempDirectory("doudi-township");
            Path persons = folder.resolve("persons.csv");
            Path records = folder.resolve("households.jsonl");
            Files.write(persons, persons());
            Files.write(
                    records,
                    Files.readAllLines(RegistryFixture.folder().resolve("households.jsonl")).stream()
                            .limit(HOUSEHOLDS)
                            .map(line -> line.replaceFirst("\"village\":\"\\d+\"", "\"village\":\"" + village() + "\""))
                            .map(this::renamed)
                            .toList());
            loader.load(folder);
            Files.delete(persons);
            Files.delete(records);
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
