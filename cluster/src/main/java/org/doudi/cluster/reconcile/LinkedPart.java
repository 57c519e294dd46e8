package org.doudi.cluster.reconcile;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.doudi.cli.reconcile.Links;
import org.doudi.cli.reconcile.Links.Review;
import org.doudi.cli.reconcile.Namesakes;
import org.doudi.cli.reconcile.PersonBook;
import org.doudi.cli.reconcile.PersonBook.Named;
import org.doudi.cli.reconcile.Roll;
import org.doudi.cli.reconcile.RollBook;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a roll, what the linkage made of them, and the members whom they name or may name: what the code of one machine needs to
 * work on these rows.
 */
final class LinkedPart implements Serializable {
    private final RollBook book;
    private final Links links;
    private final PersonBook persons = new PersonBook();
    private final Map<Long, Integer> places = new HashMap<>();

    LinkedPart(RollBook book) {
        this(book, new Links(book.rows().size()));
    }

    private LinkedPart(RollBook book, Links links) {
        this.book = book;
        this.links = links;
    }

    RollBook book() {
        return book;
    }

    Links links() {
        return links;
    }

    PersonBook persons() {
        return persons;
    }

    /** The place of a person in the book of this part. */
    int place(Named person) {
        return places.computeIfAbsent(person.line(), line -> persons.add(person));
    }

    /** The same rows with more namesakes. */
    LinkedPart with(Consumer<LinkedPart> namesakes) {
        LinkedPart more = new LinkedPart(book, links.copy());
        for (int person = 0; person < persons.size(); person++) {
            more.place(persons.named(person));
        }
        namesakes.accept(more);
        return more;
    }

    /** A row has a namesake. */
    void namesake(int row, Named person) {
        links.namesake(Namesakes.pair(row, place(person)));
    }

    /** Rows that go to where their cases are decided. */
    List<LinkedRow> rows() {
        Map<Integer, List<Review>> reviews = byRow(links.reviews());
        Map<Integer, List<Review>> hints = byRow(links.hints());
        Map<Integer, List<Review>> namesakes = byRow(links.namesakes());
        List<LinkedRow> rows = new ArrayList<>();
        for (int row = 0; row < links.rows(); row++) {
            int person = links.person(row);
            rows.add(new LinkedRow(
                    book.roll(),
                    book.rows().get(row),
                    person < 0 ? null : persons.named(person),
                    links.weight(row),
                    links.evidence(row),
                    perhaps(reviews.get(row)),
                    perhaps(hints.get(row)),
                    perhaps(namesakes.get(row))));
        }
        return rows;
    }

    private static Map<Integer, List<Review>> byRow(List<Review> reviews) {
        Map<Integer, List<Review>> byRow = new HashMap<>();
        reviews.forEach(review ->
                byRow.computeIfAbsent(review.row(), r -> new ArrayList<>()).add(review));
        return byRow;
    }

    private List<LinkedRow.Perhaps> perhaps(@Nullable List<Review> reviews) {
        List<LinkedRow.Perhaps> perhaps = new ArrayList<>();
        for (Review review : reviews == null ? List.<Review>of() : reviews) {
            perhaps.add(new LinkedRow.Perhaps(
                    persons.named(review.person()), review.probability(), review.evidence(), review.strength()));
        }
        return perhaps;
    }

    /** The part that such rows make, which stand by line. */
    static LinkedPart of(Roll roll, List<LinkedRow> rows) {
        RollBook book = new RollBook(roll);
        rows.forEach(row -> book.add(row.row()));
        LinkedPart part = new LinkedPart(book);
        for (int i = 0; i < rows.size(); i++) {
            LinkedRow row = rows.get(i);
            Named person = row.person();
            if (person != null) {
                part.links.link(i, part.place(person), row.weight(), row.evidence());
            }
            part.add(i, row.reviews(), part.links::review);
            part.add(i, row.hints(), part.links::hint);
            part.add(i, row.namesakes(), part.links::namesake);
        }
        return part;
    }

    private void add(int row, List<LinkedRow.Perhaps> some, Consumer<Review> to) {
        for (LinkedRow.Perhaps perhaps : some) {
            to.accept(new Review(
                    row, place(perhaps.person()), perhaps.probability(), perhaps.evidence(), perhaps.strength()));
        }
    }
}
