package org.doudi.cli.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doudi.cli.reconcile.HouseholdRolls.Entry;
import org.doudi.cli.reconcile.HouseholdRolls.Strength;
import org.doudi.policy.Member.Trait;

/**
 * Turns links into what the rows claim about households. On a roll of households the rows of one case vote: the household that most of
 * them name has the case, so one misread row neither loses nor invents an entry. Whoever is named only by a minority or by a doubtful
 * pair gets a doubt.
 */
public final class RollFiller {
    /** The rolls on which members stand by themselves. */
    static final List<Trait> MEMBER_ROLLS =
            List.of(Trait.ON_TEKUN_ROLL, Trait.ON_LIVING_ALLOWANCE_ROLL, Trait.ON_CARE_ALLOWANCE_ROLL);

    private final RollBook book;
    private final Links links;
    private final PersonBook persons;
    private final Claim.Sink sink;
    private final List<List<Links.Review>> doubtful = new ArrayList<>();

    private RollFiller(RollBook book, Links links, PersonBook persons, Claim.Sink sink) {
        this.book = book;
        this.links = links;
        this.persons = persons;
        this.sink = sink;
        Comparator<Links.Review> order = Comparator.comparingLong((Links.Review review) -> line(review.row()))
                .thenComparingLong(review -> persons.line(review.person()));
        for (List<Links.Review> some : List.of(links.reviews(), links.hints(), links.namesakes())) {
            doubtful.add(some.stream().sorted(order).toList());
        }
    }

    /**
     * Claims all that the rows say, in the order of the claims.
     *
     * @param book rows of a roll; of a roll of households, all rows of the cases that are in it
     * @param links what the linkage made of them
     * @param persons the members whom they name
     */
    public static void fill(RollBook book, Links links, PersonBook persons, Claim.Sink sink) {
        RollFiller filler = new RollFiller(book, links, persons, sink);
        if (book.roll().holder == Roll.Holder.PERSON) {
            filler.persons();
        } else {
            filler.households();
        }
    }

    private long line(int row) {
        return book.rows().get(row).line();
    }

    private void persons() {
        for (int row = 0; row < links.rows(); row++) {
            int person = links.person(row);
            if (person >= 0) {
                claim(Claim.Kind.MEMBER, person, entry(row), Strength.REVIEW, order(0, line(row), 0));
            }
        }
        for (int i = 0; i < doubtful.size(); i++) {
            for (Links.Review review : doubtful.get(i)) {
                claim(
                        Claim.Kind.PERHAPS_MEMBER,
                        review.person(),
                        new Entry(book.roll(), book.rows().get(review.row()), review.evidence()),
                        review.strength(),
                        order(1 + i, line(review.row()), persons.line(review.person())));
            }
        }
    }

    private Claim.Order order(int phase, long row, long next) {
        return new Claim.Order(book.roll(), phase, row, next);
    }

    private void claim(Claim.Kind kind, int person, Entry entry, Strength strength, Claim.Order order) {
        sink.claim(
                persons.household(person),
                new Claim(order, kind, entry, persons.memberId(person), persons.line(person), strength));
    }

    /** Rows with the same text are rows of one case. */
    public static String caseOf(RollRow row) {
        return row.group().isEmpty() ? "line " + row.line() : row.group();
    }

    private void households() {
        Map<String, List<Integer>> cases = new LinkedHashMap<>();
        for (int row = 0; row < book.rows().size(); row++) {
            cases.computeIfAbsent(caseOf(book.rows().get(row)), k -> new ArrayList<>(4))
                    .add(row);
        }
        Map<Integer, List<Links.Review>> reviews = new HashMap<>();
        for (List<Links.Review> some : doubtful) {
            for (Links.Review review : some) {
                reviews.computeIfAbsent(review.row(), r -> new ArrayList<>()).add(review);
            }
        }
        cases.values().forEach(rows -> new Case(rows).decide(reviews));
    }

    private Entry entry(int row) {
        return new Entry(book.roll(), book.rows().get(row), links.evidence(row));
    }

    /** The rows of one case. */
    private final class Case {
        private final List<Integer> rows;
        private int said;

        Case(List<Integer> rows) {
            this.rows = rows;
        }

        void decide(Map<Integer, List<Links.Review>> reviews) {
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
            votes.forEach((household, count) -> say(
                    household,
                    decided && count == most ? Claim.Kind.HOUSEHOLD : Claim.Kind.PERHAPS_HOUSEHOLD,
                    entry(firstRow.getOrDefault(household, 0)),
                    Strength.REVIEW));
            for (int row : decided ? List.<Integer>of() : rows) {
                for (Links.Review review : reviews.getOrDefault(row, List.of())) {
                    Entry entry = new Entry(book.roll(), book.rows().get(row), review.evidence());
                    say(persons.household(review.person()), Claim.Kind.PERHAPS_HOUSEHOLD, entry, review.strength());
                }
            }
        }

        private void say(String household, Claim.Kind kind, Entry entry, Strength strength) {
            Claim.Order order = order(0, line(rows.get(0)), said++);
            sink.claim(household, new Claim(order, kind, entry, null, 0, strength));
        }
    }
}
