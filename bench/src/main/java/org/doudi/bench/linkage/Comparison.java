package org.doudi.bench.linkage;

import java.util.List;

/**
 * One field of the Fellegi-Sunter model: its levels from best to worst, each an SQL condition over the rows l and r. A pair
 * that fits none has the last level; a pair with a missing value has level -1 and weight 0.
 *
 * @param weights fixed weights in bits, one a level; what training on such lists gives, rounded
 */
record Comparison(String name, String missing, List<String> levels, List<Double> weights) {
    private static final String CLOSE_ID = "l.nid IS NOT NULL AND damerau_levenshtein(l.nid, r.nid) <= 1";

    /** The fields of the two lists. Name distance 3 is one Chinese character: DuckDB counts the bytes of UTF-8. */
    static final List<Comparison> FIELDS = List.of(
            new Comparison(
                    "nid",
                    "l.nid IS NULL OR r.nid IS NULL",
                    List.of("l.nid = r.nid", CLOSE_ID),
                    List.of(21.0, 14.0, -6.0)),
            new Comparison(
                    "name",
                    "l.name IS NULL OR r.name IS NULL",
                    List.of("l.name = r.name", "length(l.name) = length(r.name) AND levenshtein(l.name, r.name) <= 3"),
                    List.of(11.0, 3.0, -6.0)),
            new Comparison(
                    "birth",
                    "l.birth IS NULL OR r.birth IS NULL",
                    List.of("l.birth = r.birth", "damerau_levenshtein(l.birth, r.birth) <= 1"),
                    List.of(14.0, 3.0, -6.0)),
            new Comparison(
                    "village",
                    "l.village IS NULL OR r.village IS NULL",
                    List.of("l.village = r.village", "l.town = r.town"),
                    List.of(9.0, -1.0, -5.0)),
            new Comparison("sex", "l.sex IS NULL OR r.sex IS NULL", List.of("l.sex = r.sex"), List.of(1.0, -6.0)),
            new Comparison(
                    "phone", "l.phone IS NULL OR r.phone IS NULL", List.of("l.phone = r.phone"), List.of(16.0, -2.0)));

    int size() {
        return levels.size() + 1;
    }

    /** The level of a pair as a number: 0 the best, -1 for a missing value. */
    String gamma() {
        StringBuilder sql = new StringBuilder("CASE WHEN ").append(missing).append(" THEN -1");
        for (int i = 0; i < levels.size(); i++) {
            sql.append(" WHEN ").append(levels.get(i)).append(" THEN ").append(i);
        }
        return sql.append(" ELSE ").append(levels.size()).append(" END").toString();
    }

    /** The weight of a level that was computed before. */
    String weight(List<Double> bits) {
        StringBuilder sql = new StringBuilder("CASE g_").append(name).append(" WHEN -1 THEN 0e0");
        for (int i = 0; i < bits.size() - 1; i++) {
            sql.append(" WHEN ").append(i).append(" THEN ").append(bits.get(i)).append("e0");
        }
        return sql.append(" ELSE ")
                .append(bits.get(bits.size() - 1))
                .append("e0 END")
                .toString();
    }
}
