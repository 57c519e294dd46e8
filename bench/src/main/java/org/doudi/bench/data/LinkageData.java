package org.doudi.bench.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Two departments' lists of one population: 70 % of each list's people are in the other too, 5 % of the people of a list
 * stand there twice, and every row carries the errors of its own clerk. Beside each list lies the truth: which person a row is.
 */
public final class LinkageData {
    private static final double SHARED = 0.7;
    private static final double TWICE = 0.05;

    private final int rows;
    private final long seed;
    private final ChineseNames names = new ChineseNames();
    private final Families families;
    private final Noise noise;
    private int[] firstOfFamily = new int[1024];
    private long[] ids = new long[4096];
    private int[] familyOf = new int[4096];

    private LinkageData(int rows, int factor, long seed) {
        this.rows = rows;
        this.seed = seed;
        families = new Families(seed, (int) (rows * 1.3 / 1.05), names);
        noise = new Noise(factor, names, families);
    }

    /**
     * Writes left.csv, right.csv, left.truth.csv and right.truth.csv.
     *
     * @param rows rows in each list
     * @param factor 1 for the basic error rates, 3 for three times as many
     */
    public static void write(Path directory, int rows, int factor, long seed) {
        try {
            Files.createDirectories(directory);
            new LinkageData(rows, factor, seed).write(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + directory, e);
        }
    }

    private void write(Path directory) throws IOException {
        int[][] lists = {new int[rows], new int[rows]};
        settle(lists);
        write(directory, "left", lists[0], 0);
        write(directory, "right", lists[1], 1);
    }

    /** Fills the lists with people, household after household, until both are full; then shuffles them. */
    private void settle(int[][] lists) {
        int[] filled = new int[2];
        IdOffice office = new IdOffice();
        int people = 0;
        for (int f = 0; filled[0] < rows || filled[1] < rows; f++) {
            Family family = families.family(f);
            Dice dice = Dice.at(seed, 2, f);
            firstOfFamily = room(firstOfFamily, f);
            firstOfFamily[f] = people;
            long before = 0;
            for (Person person : family.members()) {
                ids = people < ids.length ? ids : Arrays.copyOf(ids, people * 2);
                familyOf = room(familyOf, people);
                before = office.next(dice, person, before);
                ids[people] = before;
                familyOf[people] = f;
                place(dice, people, lists, filled);
                people++;
            }
        }
        for (int side = 0; side < 2; side++) {
            shuffle(lists[side], Dice.at(seed, 3, side));
        }
    }

    private void place(Dice dice, int person, int[][] lists, int[] filled) {
        double lone = (1 - SHARED) / (2 - SHARED);
        boolean onlyLeft = dice.chance(lone);
        boolean onlyRight = !onlyLeft && dice.chance(lone / (1 - lone));
        for (int side = 0; side < 2; side++) {
            int copies = dice.chance(TWICE) ? 2 : 1;
            if (side == 0 ? onlyRight : onlyLeft) {
                continue;
            }
            for (int copy = 0; copy < copies && filled[side] < rows; copy++) {
                lists[side][filled[side]++] = person;
            }
        }
    }

    private static int[] room(int[] array, int index) {
        return index < array.length ? array : Arrays.copyOf(array, index * 2);
    }

    private static void shuffle(int[] list, Dice dice) {
        for (int i = list.length - 1; i > 0; i--) {
            int j = dice.below(i + 1);
            int swapped = list[i];
            list[i] = list[j];
            list[j] = swapped;
        }
    }

    private void write(Path directory, String side, int[] list, int number) throws IOException {
        try (Writer csv = writer(directory.resolve(side + ".csv"));
                Writer truth = writer(directory.resolve(side + ".truth.csv"))) {
            csv.write("id,idNumber,name,sex,birthDate,village,phone\n");
            truth.write("id,entity\n");
            StringBuilder line = new StringBuilder();
            for (int row = 0; row < list.length; row++) {
                int person = list[row];
                Family family = families.family(familyOf[person]);
                int first = firstOfFamily[familyOf[person]];
                int member = person - first;
                long[] familyIds =
                        Arrays.copyOfRange(ids, first, first + family.members().size());
                String key = (number == 0 ? "L" : "R")
                        + Integer.toString(100_000_000 + row).substring(1);
                line.setLength(0);
                line.append(key).append(',');
                Dice dice = Dice.at(seed, 4 + number, row);
                noise.write(line, dice, family.members().get(member), family.village(), familyIds, member, number == 1);
                csv.append(line);
                truth.append(key).append(',').append(Integer.toString(person)).append('\n');
            }
        }
    }

    static Writer writer(Path file) throws IOException {
        return Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }
}
