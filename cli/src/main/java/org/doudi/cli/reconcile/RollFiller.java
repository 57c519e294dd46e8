package org.doudi.cli.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doudi.cli.reconcile.HouseholdRolls.Doubt;
import org.doudi.cli.reconcile.HouseholdRolls.Entry;
import org.doudi.cli.reconcile.HouseholdRolls.Strength;
import org.doudi.policy.Member.Trait;
import org.jspecify.annotations.Nullable;

/**
 * Turns links into rolls. On a roll of households the rows of one case vote: the household that most of them name has the case, so one
 * misread row neither loses nor invents an entry. Whoever is named only by a minority or by a doubtful pair gets a doubt.
 */
final class RollFiller {
    /** The rolls on which members stand by themselves. */
    static final List<Trait> MEMBER_ROLLS =
            List.of(Trait.ON_TEKUN_ROLL, Trait.ON_LIVING_ALLOWANCE_ROLL, Trait.ON_CARE_ALLOWANCE_ROLL);

    private final PersonBook persons;
    private final Quality quality;
    private final Map<String, HouseholdRolls> households = new HashMap<>();

    RollFiller(PersonBook persons, Quality quality) {
        this.persons = persons;
        this.quality = quality;
    }

    Map<String, HouseholdRolls> households() {
        return households;
    }

    void fill(Roll roll, RollBook book, Links links) {
        if (roll.holder == Roll.Holder.PERSON) {
            fillPersons(roll, book, links);
        } else {
            fillHouseholds(roll, book, links);
        }
    }

    private HouseholdRolls of(int person) {
        return households.computeIfAbsent(persons.household(person), id -> new HouseholdRolls());
    }

    private void fillPersons(Roll roll, RollBook book, Links links) {
        Map<Integer, Boolean> sure = new HashMap<>();
        for (int row = 0; row < links.rows(); row++) {
            int person = links.person(row);
            if (person >= 0) {
                sure.put(person, true);
                of(person).member(persons.memberId(person), entry(roll, book, links, row));
            }
        }
        for (Links.Review review : doubtful(links)) {
            if (!sure.containsKey(review.person())) {
                doubt(roll, book, review, persons.memberId(review.person()));
            }
        }
    }

    private void doubt(Roll roll, RollBook book, Links.Review review, @Nullable String memberId) {
        Entry entry = new Entry(roll, book.rows().get(review.row()), review.evidence());
        of(review.person()).doubt(new Doubt(entry, memberId, review.strength()));
    }

    private static List<Links.Review> doubtful(Links links) {
        List<Links.Review> doubtful = new ArrayList<>(links.reviews());
        doubtful.addAll(links.hints());
        return doubtful;
    }

    private void fillHouseholds(Roll roll, RollBook book, Links links) {
        Map<String, List<Integer>> cases = new LinkedHashMap<>();
        for (int row = 0; row < book.rows().size(); row++) {
            RollRow cells = book.rows().get(row);
            String key = cells.group().isEmpty() ? "line " + cells.line() : cells.group();
            cases.computeIfAbsent(key, k -> new ArrayList<>(4)).add(row);
        }
        Map<Integer, List<Links.Review>> reviews = new HashMap<>();
        for (Links.Review review : doubtful(links)) {
            reviews.computeIfAbsent(review.row(), r -> new ArrayList<>()).add(review);
        }
        cases.values().forEach(rows -> decide(roll, book, links, rows, reviews));
    }

    private void decide(
            Roll roll, RollBook book, Links links, List<Integer> rows, Map<Integer, List<Links.Review>> reviews) {
        Map<String, Integer> votes = new LinkedHashMap<>();
        Map<String, Integer> firstRow = new HashMap<>();
        for (int row : rows) {
            int person = links.person(row);
            if (person >= 0) {
                String household = persons.household(person);
                votes.merge(household, 1, Integer::sum);
                firstRow.putIfAbsent(household, row);
            }
        }
        int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        boolean tie = votes.values().stream().filter(count -> count == most).count() > 1;
        boolean decided = most > 0 && !tie;
        votes.forEach((household, count) -> {
            int row = firstRow.getOrDefault(household, 0);
            Entry entry = entry(roll, book, links, row);
            HouseholdRolls rolls = households.computeIfAbsent(household, id -> new HouseholdRolls());
            if (decided && count == most) {
                enter(rolls, entry);
            } else {
                rolls.doubt(new Doubt(entry, null, Strength.REVIEW));
            }
        });
        if (!decided) {
            for (int row : rows) {
                for (Links.Review review : reviews.getOrDefault(row, List.of())) {
                    doubt(roll, book, review, null);
                }
            }
        }
    }

    /** Puts a household on a roll. On the poor and the lifted list at once: which of them holds is in doubt. */
    private void enter(HouseholdRolls rolls, Entry entry) {
        if (entry.roll() == Roll.DIBAO) {
            rolls.dibao = rolls.dibao == null ? entry : rolls.dibao;
            return;
        }
        if (entry.roll() == Roll.LIFTED && entry.row().liftedOn() == null) {
            // lifted, nobody knows when: whatever turns on it must wait
            rolls.doubt(new Doubt(entry, null, Strength.REVIEW));
            return;
        }
        Entry before = rolls.register;
        if (before == null) {
            rolls.register = entry;
        } else if (before.roll() != entry.roll()) {
            rolls.doubt(new Doubt(entry, null, Strength.REVIEW));
            quality.add(entry.roll(), RowCheck.township(entry.row().village()), Problem.POOR_AND_LIFTED);
        }
    }

    private static Entry entry(Roll roll, RollBook book, Links links, int row) {
        return new Entry(roll, book.rows().get(row), links.evidence(row));
    }
}
