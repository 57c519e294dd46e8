package org.doudi.cli.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doudi.cli.divisions.Divisions;
import org.doudi.cli.divisions.Village;
import org.doudi.cli.reconcile.HouseholdRolls.Strength;

/**
 * For rows that name nobody: the people of the same name in the same village. That is no link, but whoever bears such a name must not be
 * called missing before somebody has looked.
 */
public final class Namesakes {
    private final PersonBook persons;
    private final Divisions divisions;

    /** Looks among these persons. */
    public Namesakes(PersonBook persons, Divisions divisions) {
        this.persons = persons;
        this.divisions = divisions;
    }

    /** The name by which people are namesakes; empty for people who are nobody's. */
    public static String plain(String name) {
        return RowCheck.plainName(name);
    }

    /** Adds the namesakes of the open rows to the links. */
    public void hint(RollBook book, Links links) {
        Map<String, List<Integer>> open = new HashMap<>();
        for (int row = 0; row < links.rows(); row++) {
            String name = plain(book.rows().get(row).name());
            if (links.open(row) && !name.isEmpty()) {
                open.computeIfAbsent(name, n -> new ArrayList<>()).add(row);
            }
        }
        if (open.isEmpty()) {
            return;
        }
        for (int person = 0; person < persons.size(); person++) {
            List<Integer> rows = open.get(plain(persons.name(person)));
            if (rows != null) {
                for (int row : rows) {
                    compare(book, links, row, person);
                }
            }
        }
    }

    private void compare(RollBook book, Links links, int row, int person) {
        if (sameVillage(book.rows().get(row).village(), String.valueOf(persons.village(person)))) {
            links.namesake(pair(row, person));
        }
    }

    /** A row and a person of the same name. */
    public static Links.Review pair(int row, int person) {
        return new Links.Review(row, person, 0, Words.say("evidence.namesake"), Strength.HINT);
    }

    private boolean sameVillage(String written, String code) {
        if (written.isEmpty() || written.equals(code)) {
            return true;
        }
        Village village = divisions.village(code);
        return village != null && village.name().equals(written);
    }
}
