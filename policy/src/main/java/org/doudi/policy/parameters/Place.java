package org.doudi.policy.parameters;

import java.util.ArrayList;
import java.util.List;

/** Division codes: GB/T 2260 with 2 digits for a province, 4 city, 6 county, 9 township, 12 village; {@code CN} for the country. */
final class Place {
    /** The whole country. */
    static final String COUNTRY = "CN";

    private static final int[] DIGITS = {12, 9, 6, 4, 2};

    private Place() {}

    static boolean isPlace(String text) {
        if (text.equals(COUNTRY)) {
            return true;
        }
        if (!text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        for (int digits : DIGITS) {
            if (text.length() == digits) {
                return true;
            }
        }
        return false;
    }

    /** Whether one place lies in another or is it. */
    static boolean within(String place, String larger) {
        return larger.equals(COUNTRY) || (!place.equals(COUNTRY) && place.startsWith(larger));
    }

    /** The place and those it lies in, smallest first. */
    static List<String> chain(String place) {
        List<String> chain = new ArrayList<>();
        if (!place.equals(COUNTRY)) {
            for (int digits : DIGITS) {
                if (digits <= place.length()) {
                    chain.add(place.substring(0, digits));
                }
            }
        }
        chain.add(COUNTRY);
        return chain;
    }
}
