package org.doudi.cli.demodata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doudi.cli.divisions.Divisions;
import org.doudi.cli.divisions.Village;

/** How much to make up. */
public enum Scale {
    /** One village, some 560 households. */
    VILLAGE,
    /** Four villages of two neighbouring townships of the smaller county, some 2,000 households: enough to show the platform. */
    SAMPLE,
    /** The larger county, some 215,000 households in 382 villages. */
    COUNTY,
    /** The city: 350,000 households, a little over a million people, in 622 villages. */
    CITY,
    /** As many as a province has: 4.2 million households. The codes are the city's, with made-up villages beside the real ones. */
    PROVINCE;

    private static final String COUNTY_CODE = "210921";
    /** The pilot township whose first village stands for all. */
    private static final String VILLAGE_CODE = COUNTY_CODE + "100202";

    private static final Set<String> SAMPLE_VILLAGES =
            Set.of("210922100200", "210922100201", "210922101202", "210922101203");

    private static final int CITY_HOUSEHOLDS = 350_000;
    private static final List<String> RING_NAMES = List.of("", "东", "西", "南", "北", "上", "下", "前", "后", "新", "老", "中");

    /** A village to fill, and the ring of made-up villages it is from; 0 for the real ones. */
    record Ground(Village village, int ring, int households, int firstHousehold, long stream) {}

    /** The villages to fill, in order. The same village has the same people at every scale. */
    List<Ground> grounds(Divisions divisions) {
        List<Village> real = divisions.ruralVillages();
        int[] sizes = sizes(real.size());
        Map<String, Integer> inTownship = new HashMap<>();
        real.forEach(village -> inTownship.merge(village.township().code(), 1, Integer::sum));
        List<Ground> grounds = new ArrayList<>();
        int first = 1;
        for (int ring = 0; ring < (this == PROVINCE ? RING_NAMES.size() : 1); ring++) {
            Map<String, Integer> seen = new HashMap<>();
            for (int i = 0; i < real.size(); i++) {
                Village village = real.get(i);
                String township = village.township().code();
                int place = seen.merge(township, 1, Integer::sum) - 1;
                if (takes(village)) {
                    Village here =
                            ring == 0 ? village : madeUp(village, ring, place, inTownship.getOrDefault(township, 0));
                    grounds.add(new Ground(here, ring, sizes[i], first, (long) ring * real.size() + i));
                    first += sizes[i];
                }
            }
        }
        return grounds;
    }

    private boolean takes(Village village) {
        return switch (this) {
            case VILLAGE -> village.code().equals(VILLAGE_CODE);
            case SAMPLE -> SAMPLE_VILLAGES.contains(village.code());
            case COUNTY -> village.code().startsWith(COUNTY_CODE);
            case CITY, PROVINCE -> true;
        };
    }

    private static Village madeUp(Village village, int ring, int place, int inTownship) {
        int suffix = 300 + (ring - 1) * inTownship + place;
        String code = village.township().code() + suffix;
        return new Village(code, RING_NAMES.get(ring) + village.name(), village.township());
    }

    /** Sizes between half and one and a half of the mean that add up to the city. */
    private static int[] sizes(int villages) {
        double[] weights = new double[villages];
        double sum = 0;
        for (int i = 0; i < villages; i++) {
            weights[i] = .5 + Dice.of(350, i).below(1000) / 1000.0;
            sum += weights[i];
        }
        int[] sizes = new int[villages];
        double upTo = 0;
        int given = 0;
        for (int i = 0; i < villages; i++) {
            upTo += weights[i];
            sizes[i] = (int) Math.round(upTo / sum * CITY_HOUSEHOLDS) - given;
            given += sizes[i];
        }
        return sizes;
    }
}
