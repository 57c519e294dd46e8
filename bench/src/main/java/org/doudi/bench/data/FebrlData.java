package org.doudi.bench.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * An English set in the shape of the fourth set of FEBRL: originals in one list, one damaged copy of each in the other.
 * A copy has one to four changes, and its number may be damaged like any other field.
 */
public final class FebrlData {
    private static final String HEADER =
            "rec_id,given_name,surname,street_number,address_1,address_2,suburb,postcode,state,date_of_birth,soc_sec_id\n";
    private static final String CONFIG = """
            id: rec_id
            fields:
              - {column: given_name, kind: name}
              - {column: surname, kind: name}
              - {column: street_number, kind: code}
              - {column: address_1, kind: text}
              - {column: address_2, kind: text}
              - {column: suburb, kind: text}
              - {column: postcode, kind: code}
              - {column: state, kind: category}
              - {column: date_of_birth, kind: date, format: yyyyMMdd}
              - {column: soc_sec_id, kind: identifier}
            """;
    private static final int GIVEN = 0;
    private static final int SURNAME = 1;
    private static final int NUMBER = 2;
    private static final int STREET = 3;
    private static final int PLACE = 4;
    private static final int POSTCODE = 6;
    private static final int STATE = 7;
    private static final int BIRTH = 8;
    private static final int SOCIAL = 9;
    /** How often a change hits each field, in hundredths. */
    private static final int[] TARGET = {13, 15, 10, 15, 12, 11, 8, 2, 8, 6};
    /** How often an original lacks each field, in thousandths. */
    private static final int[] MISSING = {22, 10, 32, 19, 80, 11, 0, 10, 19, 0};

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final List<String> given = Words.words("febrl-given.txt");
    private final List<String> surnames = Words.words("febrl-surnames.txt");
    private final List<String> streets = bars("febrl-streets.txt");
    private final List<String> places = bars("febrl-places.txt");
    private final List<String> suburbs = bars("febrl-suburbs.txt");

    private FebrlData() {}

    /** Writes left.csv, right.csv, left.truth.csv, right.truth.csv and link.yaml. */
    public static void write(Path directory, int originals, long seed) {
        try {
            Files.createDirectories(directory);
            new FebrlData().lists(directory, originals, seed);
            Files.writeString(directory.resolve("link.yaml"), CONFIG);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + directory, e);
        }
    }

    private void lists(Path directory, int originals, long seed) throws IOException {
        List<String[]> left = new ArrayList<>();
        List<String[]> right = new ArrayList<>();
        for (int i = 0; i < originals; i++) {
            Dice dice = Dice.at(seed, 11, i);
            String[] original = original(dice);
            left.add(row("rec-" + i + "-org", original, i));
            right.add(row("rec-" + i + "-dup-0", copy(dice, original), i));
        }
        Random order = new Random(seed);
        Collections.shuffle(left, order);
        Collections.shuffle(right, order);
        list(directory, "left", left);
        list(directory, "right", right);
    }

    private static String[] row(String key, String[] fields, int entity) {
        return new String[] {key, String.join(",", fields), Integer.toString(entity)};
    }

    private static void list(Path directory, String side, List<String[]> rows) throws IOException {
        try (Writer csv = LinkageData.writer(directory.resolve(side + ".csv"));
                Writer truth = LinkageData.writer(directory.resolve(side + ".truth.csv"))) {
            csv.write(HEADER);
            truth.write("id,entity\n");
            for (String[] row : rows) {
                csv.append(row[0]).append(',').append(row[1]).append('\n');
                truth.append(row[0]).append(',').append(row[2]).append('\n');
            }
        }
    }

    private String[] original(Dice dice) {
        String place = suburbs.get(dice.skewed(suburbs.size()));
        int state = place.lastIndexOf(' ');
        int postcode = place.lastIndexOf(' ', state - 1);
        String[] fields = {
            given.get(dice.skewed(given.size())),
            surnames.get(dice.skewed(surnames.size())),
            Integer.toString(1 + dice.skewed(250)),
            streets.get(dice.below(streets.size())),
            places.get(dice.below(places.size())),
            place.substring(0, postcode),
            place.substring(postcode + 1, state),
            place.substring(state + 1),
            LocalDate.of(1900, 1, 1).plusDays(dice.below(36_500)).format(DAY),
            Integer.toString(1_000_000 + dice.below(9_000_000))
        };
        for (int i = 0; i < fields.length; i++) {
            if (dice.below(1000) < MISSING[i]) {
                fields[i] = "";
            }
        }
        if (dice.chance(0.35)) {
            fields[PLACE] = "";
        }
        return fields;
    }

    private static String[] copy(Dice dice, String[] original) {
        String[] fields = original.clone();
        int changes = 1 + dice.below(4);
        for (int i = 0; i < changes; i++) {
            change(dice, fields);
        }
        return fields;
    }

    private static void change(Dice dice, String[] fields) {
        int kind = dice.below(100);
        if (kind < 4) {
            swap(fields, GIVEN, SURNAME);
        } else if (kind < 9) {
            swap(fields, STREET, PLACE);
        } else {
            int draw = dice.below(100);
            int field = 0;
            while (draw >= TARGET[field]) {
                draw -= TARGET[field++];
            }
            fields[field] = changed(dice, fields[field], field);
        }
    }

    private static String changed(Dice dice, String value, int field) {
        int kind = dice.below(100);
        if (kind < 12 && field != SOCIAL) {
            return "";
        }
        if (kind < 22 && value.contains(" ")) {
            int space = value.indexOf(' ');
            return kind < 18 ? value.substring(space + 1) + " " + value.substring(0, space) : value.replace(" ", "");
        }
        return switch (field) {
            case BIRTH, POSTCODE, NUMBER, SOCIAL -> digits(dice, value);
            case STATE -> value.isEmpty() ? value : dice.chance(0.5) ? "nsw" : "vic";
            default -> Damage.word(dice, value);
        };
    }

    /** Another digit, or two that changed places. */
    private static String digits(Dice dice, String value) {
        if (value.isEmpty()) {
            return value;
        }
        int at = dice.below(value.length());
        if (at + 1 < value.length() && dice.chance(0.4)) {
            return value.substring(0, at) + value.charAt(at + 1) + value.charAt(at) + value.substring(at + 2);
        }
        return value.substring(0, at) + dice.below(10) + value.substring(at + 1);
    }

    private static void swap(String[] fields, int one, int other) {
        String kept = fields[one];
        fields[one] = fields[other];
        fields[other] = kept;
    }

    private static List<String> bars(String resource) {
        return List.of(Words.lines(resource).get(0).split("\\|"));
    }
}
