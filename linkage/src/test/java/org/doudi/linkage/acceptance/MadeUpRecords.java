package org.doudi.linkage.acceptance;

import java.util.SplittableRandom;

/** Made-up records of a kind that only a schema describes, the same in two lists but for what people do when they type. */
public final class MadeUpRecords {
    /** The schema of the records. */
    public static final String SCHEMA = """
            id: rec_id
            fields: [
              {column: given, kind: name}, {column: surname, kind: name},
              {column: street, kind: text}, {column: postcode, kind: code},
              {column: born, kind: date, format: yyyyMMdd},
              {column: number, kind: identifier}, {column: state, kind: category}]
            """;

    private static final String HEADER = "rec_id,given,surname,street,postcode,born,number,state\n";
    private static final String[] GIVEN =
            "anna bella carlo dora emil frida georg hanna ivan julia karl lena".split(" ", -1);
    private static final String[] SURNAME =
            "abbott baker carver dyer easton fisher glover hooper ivory joiner".split(" ", -1);

    private MadeUpRecords() {}

    /**
     * Two lists of so many records.
     *
     * @param swap whether the two names of every fifth record of the right list stand in each other's column
     */
    public static String[] lists(int records, boolean swap) {
        StringBuilder left = new StringBuilder(HEADER);
        StringBuilder right = new StringBuilder(HEADER);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < records; i++) {
            String given = GIVEN[random.nextInt(GIVEN.length)] + (char) ('a' + random.nextInt(26));
            String surname = SURNAME[random.nextInt(SURNAME.length)] + (char) ('a' + random.nextInt(26));
            String street = random.nextInt(90) + " " + SURNAME[random.nextInt(SURNAME.length)] + " road";
            String rest = "," + street + "," + (2000 + random.nextInt(60)) + ",";
            String born = "19" + (10 + random.nextInt(89)) + "0" + (1 + random.nextInt(9)) + (10 + random.nextInt(18));
            String number = Integer.toString(1_000_000 + random.nextInt(8_999_999));
            String state = "," + "NESW".charAt(random.nextInt(4)) + "\n";
            left.append("L" + i + "," + given + "," + surname + rest + born + "," + number + state);
            String wrongNumber = i % 7 == 0 ? "" : i % 11 == 0 ? number.substring(0, 6) + "0" : number;
            String name = swap && i % 5 == 0
                    ? surname + "," + given
                    : given + "," + surname.substring(0, surname.length() - i % 2);
            right.append("R" + i + "," + name + rest + (i % 13 == 0 ? "" : born) + "," + wrongNumber + state);
        }
        return new String[] {left.toString(), right.toString()};
    }
}
