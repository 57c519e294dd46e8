package org.doudi.server.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tree of divisions: city, counties, townships, villages. */
@Component
public final class Divisions {
    private static final int COUNTY = 6;
    private static final int TOWNSHIP = 9;

    private final JdbcClient jdbc;

    Divisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The code of the township in which a village lies. */
    public static String township(String village) {
        return village.substring(0, TOWNSHIP);
    }

    /** The code of the county that a place lies in; that of a city is its own. */
    public static String county(String place) {
        return place.substring(0, Math.min(COUNTY, place.length()));
    }

    /** The name of a division of 4, 6, 9 or 12 digits. */
    public Optional<String> name(String code) {
        return jdbc.sql("select name from registry.division where code = ? and valid_to is null")
                .param(code)
                .query(String.class)
                .optional();
    }

    /** A division and its name. */
    public record Division(String code, String name) {}

    /** The divisions right below one, by code. */
    public List<Division> below(String code) {
        return jdbc.sql("select code, name from registry.division where parent = ? and valid_to is null order by code")
                .param(code)
                .query((row, i) -> new Division(row.getString(1), row.getString(2)))
                .list();
    }

    /** A village with its township. */
    public record Village(String code, String name) {}

    /** All villages of the city below a division, by code. */
    public List<Village> villages(String below) {
        return jdbc.sql("select v.code, t.name || v.name as name from registry.division v join registry.division t"
                        + " on t.code = v.parent where length(v.code) = 12 and v.valid_to is null"
                        + " and v.code like ? || '%' order by v.code")
                .param(below)
                .query((row, n) -> new Village(row.getString(1), row.getString(2)))
                .list();
    }

    /** The names for a village; its code stands where a name is not known. */
    public DivisionNames names(String village) {
        String county = county(village);
        String township = township(village);
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select code, name from registry.division where code in (?, ?, ?) and valid_to is null")
                .params(county, township, village)
                .query(row -> {
                    names.put(row.getString(1), row.getString(2));
                });
        return new DivisionNames(
                names.getOrDefault(county, county),
                names.getOrDefault(township, township),
                names.getOrDefault(village, village));
    }
}
