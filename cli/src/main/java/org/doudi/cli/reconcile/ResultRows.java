package org.doudi.cli.reconcile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.doudi.cli.divisions.Divisions;
import org.doudi.cli.divisions.Township;
import org.doudi.cli.divisions.Village;
import org.doudi.cli.reconcile.HouseholdRolls.Doubt;

/** The columns and rows of the tables of a result. */
public final class ResultRows {
    private final Divisions divisions;

    /** Rows that name places as the divisions do. */
    public ResultRows(Divisions divisions) {
        this.divisions = divisions;
    }

    /** Columns that two tables have. */
    private static final class Columns {
        static final String OF_A_GAP =
                "kind,household,person,name,townshipCode,township,village,clause,reason,evidence,monthlyYuan,department";

        private Columns() {}
    }

    /** A table of the result. */
    public enum Table {
        /** Gaps that are certain. */
        GAPS("gaps.csv", Columns.OF_A_GAP),
        /** Gaps that wait for a decision. */
        PENDING("pending.csv", Columns.OF_A_GAP + ",list,line,onlyIf"),
        /** Doubtful links. */
        REVIEW("review.csv", "list,line,listName,person,personName,townshipCode,township,probability,evidence"),
        /** People whom no household holds. */
        STRANGERS("not-in-households.csv", "someone,list,line,name,village"),
        /** Errors in the lists, counted. */
        QUALITY("quality.csv", "list,townshipCode,township,problem,problemInWords,rows"),
        /** What could not be used. */
        ERRORS("errors.csv", "file,line,column,value,problem,whatToDo");

        private final String file;
        private final String columns;

        Table(String file, String columns) {
            this.file = file;
            this.columns = columns;
        }

        /** The name of its file. */
        public String file() {
            return file;
        }

        /** Names of its columns. */
        public List<String> columns() {
            return List.of(columns.split(",", -1));
        }
    }

    /** A certain gap. */
    public List<String> gap(GapRow gap) {
        return cells(gap, gap.gap().kind().name(), gap.department().name());
    }

    /** A certain gap in words for people; an amount is a number. */
    List<Object> gapInWords(GapRow gap) {
        List<Object> typed =
                new ArrayList<>(cells(gap, Words.gap(gap.gap().kind()), Words.department(gap.department())));
        if (gap.monthlyFen() >= 0) {
            typed.set(10, BigDecimal.valueOf(gap.monthlyFen(), 2));
        }
        return typed;
    }

    private List<String> cells(GapRow gap, String kind, String department) {
        return List.of(
                kind,
                gap.household(),
                gap.person(),
                gap.name(),
                RowCheck.township(gap.village()),
                township(gap.village()),
                village(gap.village()),
                gap.clause(),
                gap.reason(),
                gap.evidence(),
                yuan(gap.monthlyFen()),
                department);
    }

    private String township(String code) {
        Township township = divisions.townshipOf(code);
        return township == null ? "" : township.name();
    }

    private String village(String code) {
        Village village = divisions.village(code);
        return village == null ? code : village.name();
    }

    private static String yuan(long fen) {
        return fen < 0 ? "" : BigDecimal.valueOf(fen, 2).toPlainString();
    }

    /** A gap that waits, and what it waits for. */
    public List<String> pending(GapRow gap) {
        List<String> cells = new ArrayList<>(gap(gap));
        Doubt doubt = gap.doubt();
        cells.add(doubt == null ? "" : doubt.entry().roll().stem());
        cells.add(doubt == null ? "" : String.valueOf(doubt.entry().row().line()));
        cells.add(
                doubt == null
                        ? Words.say("pending.no.identity")
                        : Words.say(
                                "pending.doubt",
                                Words.roll(doubt.entry().roll()),
                                String.valueOf(doubt.entry().row().line()),
                                doubt.entry().row().name()));
        return cells;
    }

    /** The pairs of some rows that somebody must look at. */
    public void reviews(RollBook book, Links links, PersonBook persons, Consumer<List<String>> rows) {
        for (Links.Review review : links.reviews()) {
            rows.accept(review(book.roll(), book.rows().get(review.row()), persons.named(review.person()), review));
        }
    }

    private List<String> review(Roll roll, RollRow row, PersonBook.Named person, Links.Review review) {
        String village = String.valueOf(person.village());
        return List.of(
                roll.stem(),
                String.valueOf(row.line()),
                row.name(),
                person.household() + "-" + person.memberId(),
                person.name(),
                RowCheck.township(village),
                township(village),
                String.format(Locale.ROOT, "%.4f", review.probability()),
                review.evidence());
    }

    /** Somebody whom no household holds. */
    public List<String> stranger(Strangers.Sighted seen) {
        return List.of(
                String.valueOf(seen.number()),
                seen.roll().stem(),
                String.valueOf(seen.row().line()),
                seen.row().name(),
                village(seen.row().village()));
    }

    /** The counted errors. */
    public void quality(Quality quality, Consumer<List<String>> out) {
        quality.forEach((place, rows) -> {
            Township township = divisions.townshipOf(place.township());
            out.accept(List.of(
                    place.roll().stem(),
                    place.township(),
                    township == null ? Words.say("township.unknown") : township.name(),
                    place.problem().name(),
                    Words.say("problem." + place.problem()),
                    String.valueOf(rows)));
        });
    }

    /** What could not be used. */
    public List<String> problem(InputProblem problem) {
        return List.of(
                problem.file(),
                problem.line() == 0 ? "" : String.valueOf(problem.line()),
                problem.column(),
                problem.value(),
                problem.problem(),
                problem.whatToDo());
    }
}
