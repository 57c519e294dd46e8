package org.doudi.cli.divisions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The city's divisions as the statistics bureau publishes them. */
public final class Divisions {
    private static final List<String> VILLAGE_ENDINGS = List.of("村村民委员会", "村民委员会", "村委会", "委会", "委员会");

    private final Map<String, Township> townships = new LinkedHashMap<>();
    private final Map<String, Village> villages = new LinkedHashMap<>();
    private final List<Village> rural = new ArrayList<>();

    private Divisions() {}

    /** Reads the divisions that come with the program. */
    public static Divisions load() {
        Divisions divisions = new Divisions();
        for (String[] row : rows("townships.csv")) {
            divisions.townships.put(row[2], new Township(row[2], row[4], row[0], row[1]));
        }
        for (String[] row : rows("villages.csv")) {
            Township township = divisions.townships.get(row[2]);
            if (township == null) {
                throw new IllegalStateException("villages.csv names the unknown township " + row[2]);
            }
            Village village = new Village(row[0], spoken(row[1]), township);
            divisions.villages.put(village.code(), village);
            if (!row[1].contains("居委会") && !row[1].contains("社区")) {
                divisions.rural.add(village);
            }
        }
        return divisions;
    }

    /** Every village with farming households, in the order of the codes; communities of townsfolk are left out. */
    public List<Village> ruralVillages() {
        return List.copyOf(rural);
    }

    /** The village with this code; null when the bureau's list does not hold it. */
    public @Nullable Village village(String code) {
        return villages.get(code);
    }

    /** The township a nine- or twelve-digit code lies in; null when nobody knows it. */
    public @Nullable Township townshipOf(String code) {
        return code.length() < 9 ? null : townships.get(code.substring(0, 9));
    }

    private static String spoken(String official) {
        for (String ending : VILLAGE_ENDINGS) {
            if (official.endsWith(ending)) {
                return official.substring(0, official.length() - ending.length()) + "村";
            }
        }
        return official;
    }

    private static List<String[]> rows(String resource) {
        List<String[]> rows = new ArrayList<>();
        try (InputStream in = Divisions.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the program");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(line.split(",", -1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
