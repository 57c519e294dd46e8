package org.doudi.server.casework;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Draws the households that the county visits: exactly three of every ten cases of a township, in an order that nobody can
 * choose and anybody can draw again from the case's number.
 */
final class Spotcheck {
    private static final int BLOCK = 10;
    private static final int DRAWN = 3;

    private Spotcheck() {}

    /** Whether this case is drawn. */
    static boolean draws(String number) {
        int dash = number.lastIndexOf('-');
        int count = Integer.parseInt(number.substring(dash + 1)) - 1;
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < BLOCK; i++) {
            places.add(i);
        }
        Collections.shuffle(places, new Random(number.substring(0, dash).hashCode() * 31L + count / BLOCK));
        return places.subList(0, DRAWN).contains(count % BLOCK);
    }
}
