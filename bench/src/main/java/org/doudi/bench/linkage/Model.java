package org.doudi.bench.linkage;

import java.util.List;

/**
 * What an experienced user tells a Fellegi-Sunter engine about a kind of lists.
 *
 * @param columns the select list that cleans a csv file; {@code id} is the row's key, {@code k} a running number
 * @param source the inner query over the csv file, with {@code %s} for the file
 * @param rules equality rules that make candidate pairs
 * @param sessions the rules over whose pairs m is estimated
 * @param share the part of the left list that has a partner
 */
record Model(
        String columns,
        String source,
        List<Comparison> fields,
        List<String> rules,
        List<Session> sessions,
        double share) {

    /** One session of expectation maximisation: it learns the fields that do not block it. */
    record Session(String rule, List<String> blocked) {}

    private static final String NAME_AND_BIRTH = "l.name = r.name AND l.birth = r.birth";
    private static final String SAME_NUMBER = "l.nid = r.nid";

    /**
     * Departments' lists. A missing birth date comes from the number. Name distance 3 is one Chinese character: DuckDB counts the
     * bytes of UTF-8. The fixed weights are what training on such lists gives, rounded.
     */
    static final Model PEOPLE = new Model(
            "row_number() OVER () AS k, id, nid, name, sex, coalesce(birth, substr(nid, 7, 8)) AS birth, village,"
                    + " substr(village, 1, 9) AS town, phone",
            "SELECT id, number(upper(trim(idNumber))) AS nid, regexp_replace(name, '[·•・‧. ]', '', 'g') AS name, sex,"
                    + " replace(birthDate, '-', '') AS birth, village, phone FROM %s",
            List.of(
                    Comparison.of("nid", SAME_NUMBER, "damerau_levenshtein(l.nid, r.nid) <= 1")
                            .weighing(21.0, 14.0, -6.0),
                    Comparison.of(
                                    "name",
                                    "l.name = r.name",
                                    "length(l.name) = length(r.name) AND levenshtein(l.name, r.name) <= 3")
                            .weighing(11.0, 3.0, -6.0),
                    Comparison.of("birth", "l.birth = r.birth", "damerau_levenshtein(l.birth, r.birth) <= 1")
                            .weighing(14.0, 3.0, -6.0),
                    Comparison.of("village", "l.village = r.village", "l.town = r.town")
                            .weighing(9.0, -1.0, -5.0),
                    Comparison.of("sex", "l.sex = r.sex").weighing(1.0, -6.0),
                    Comparison.of("phone", "l.phone = r.phone").weighing(16.0, -2.0)),
            List.of(
                    SAME_NUMBER,
                    NAME_AND_BIRTH,
                    "l.name = r.name AND l.village = r.village",
                    "l.birth = r.birth AND l.village = r.village"),
            List.of(new Session(SAME_NUMBER, List.of("nid")), new Session(NAME_AND_BIRTH, List.of("name", "birth"))),
            0.7);

    /** The English set; names and parts of the address may have changed places. */
    static final Model FEBRL = new Model(
            "row_number() OVER () AS k, *",
            "SELECT rec_id AS id, * EXCLUDE rec_id FROM %s",
            List.of(
                    Comparison.of(
                            "given_name",
                            "l.given_name = r.given_name",
                            "jaro_winkler_similarity(l.given_name, r.given_name) >= 0.88",
                            "l.given_name = r.surname"),
                    Comparison.of(
                            "surname",
                            "l.surname = r.surname",
                            "jaro_winkler_similarity(l.surname, r.surname) >= 0.88",
                            "l.surname = r.given_name"),
                    Comparison.of("street_number", "l.street_number = r.street_number"),
                    Comparison.of(
                            "address_1",
                            "l.address_1 = r.address_1",
                            "jaro_winkler_similarity(l.address_1, r.address_1) >= 0.88",
                            "l.address_1 = r.address_2"),
                    Comparison.of(
                            "address_2",
                            "l.address_2 = r.address_2",
                            "jaro_winkler_similarity(l.address_2, r.address_2) >= 0.88"),
                    Comparison.of(
                            "suburb", "l.suburb = r.suburb", "jaro_winkler_similarity(l.suburb, r.suburb) >= 0.88"),
                    Comparison.of(
                            "postcode", "l.postcode = r.postcode", "damerau_levenshtein(l.postcode, r.postcode) <= 1"),
                    Comparison.of("state", "l.state = r.state"),
                    Comparison.of(
                            "date_of_birth",
                            "l.date_of_birth = r.date_of_birth",
                            "damerau_levenshtein(l.date_of_birth, r.date_of_birth) <= 1"),
                    Comparison.of(
                            "soc_sec_id",
                            "l.soc_sec_id = r.soc_sec_id",
                            "damerau_levenshtein(l.soc_sec_id, r.soc_sec_id) <= 1")),
            List.of(
                    "l.soc_sec_id = r.soc_sec_id",
                    "l.date_of_birth = r.date_of_birth",
                    "l.given_name = r.given_name AND l.surname = r.surname",
                    "l.surname = r.surname AND l.postcode = r.postcode",
                    "l.given_name = r.given_name AND l.postcode = r.postcode",
                    "l.street_number = r.street_number AND l.address_1 = r.address_1"),
            List.of(
                    new Session("l.soc_sec_id = r.soc_sec_id", List.of("soc_sec_id")),
                    new Session("l.date_of_birth = r.date_of_birth", List.of("date_of_birth"))),
            1.0);
}
