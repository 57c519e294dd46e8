package org.doudi.server.registry;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lists of one's department: read, looked at, run, what was doubtful decided by people. */
public interface ListImports {
    /** How long the name of a file may be. */
    int LONGEST_NAME = 120;

    /** How far it is. */
    enum State {
        READ,
        RUNNING,
        DONE,
        STOPPED
    }

    /** What became of a row. */
    enum RowState {
        READ,
        ENTERED,
        ALREADY,
        HELD,
        WRONG,
        NOBODY,
        /** Of a household another of whose rows is in doubt. */
        WAITS
    }

    /** Why a row was not written; each has its words in the message files. */
    enum Problem {
        NO_NAME,
        BAD_SIGNS,
        BAD_NUMBER,
        NO_SUCH_PERSON,
        TOO_MANY_NAMESAKES,
        OTHER_NAME,
        NUMBER_DIFFERS,
        NO_NUMBER,
        LIKE_SOMEBODY,
        NO_AMOUNT,
        NO_DAY,
        IN_THE_FUTURE,
        NO_ITEM,
        NO_LEVEL,
        NO_STAGE,
        NO_AREA,
        NO_CAUSE,
        UNKNOWN_CAUSE,
        DOES_NOT_FIT,
        CONTRADICTS,
        NOT_ON_IT,
        NO_HOUSEHOLD_KEY,
        NO_RELATION,
        NO_HEAD,
        TWO_HEADS,
        TOO_MANY_MEMBERS,
        SEX_DIFFERS,
        BIRTH_DIFFERS,
        NO_VILLAGE,
        OUT_OF_AREA,
        VILLAGE_DIFFERS,
        TWICE_IN_LIST,
        NUMBER_TAKEN,
        KNOWN_MEMBER,
        HOUSEHOLD_HELD,
        BROKEN_NEAR,
        CELL_TOO_LONG,
        BROKEN_ROW
    }

    /** What a file is called here: without its folders and what cannot be printed, and not too long. */
    static String fileName(@Nullable String given) {
        String name = given == null ? "" : given.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", " ");
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** A list that was handed in; {@code columns} maps what a column means to its place. */
    record View(
            long id,
            ListKind list,
            String fileName,
            State state,
            List<String> header,
            Map<ListColumn, Integer> columns,
            @Nullable LocalDate holdsFrom,
            Instant uploadedAt,
            String officer,
            int total,
            Map<RowState, Integer> counts,
            @Nullable LocalDate leftOn) {
        /** How many rows are in a state. */
        public int count(RowState state) {
            return counts.getOrDefault(state, 0);
        }

        /** The same, but stopped. */
        public View stopped() {
            return new View(
                    id,
                    list,
                    fileName,
                    State.STOPPED,
                    header,
                    columns,
                    holdsFrom,
                    uploadedAt,
                    officer,
                    total,
                    counts,
                    leftOn);
        }

        /** How many rows were worked on. */
        public int done() {
            return total - count(RowState.READ);
        }
    }

    /** A row, with what is to be done with it. */
    record Row(
            long id,
            int line,
            List<String> cells,
            RowState state,
            @Nullable Problem problem,
            String detail,
            List<Hit> candidates) {}

    /**
     * Reads a list. The same file again is the import that it was before.
     *
     * @throws org.doudi.linkage.table.UnreadableList if it is no list
     */
    long read(ListKind list, String fileName, Path file);

    /** An import of one's department. */
    View get(long id);

    /** The last ones. */
    List<View> latest();

    /** What would become of the first rows with these columns, without writing anything. */
    List<Row> preview(long id, Map<ListColumn, Integer> columns, LocalDate holdsFrom);

    /** Begins to write the rows, in the background. */
    void run(long id, Map<ListColumn, Integer> columns, LocalDate holdsFrom);

    /** Rows in a state, from a line on. */
    List<Row> rows(long id, RowState state, int fromLine, int most);

    /** Decides a doubtful row: it means this person, or nobody of those. */
    void decide(long id, long row, @Nullable Long person);

    /** Whether a row that was decided is in doubt again, or why not. */
    enum Reopened {
        OPEN,
        /** It was decided otherwise meanwhile. */
        OTHERWISE,
        /** What was written was changed since, or it was not kept when it was written. */
        CHANGED,
        /** Who is not in the list was taken off the roll. */
        LIST_LEFT,
        /** Households were founded by the list. */
        HOUSEHOLD_LIST
    }

    /**
     * Takes a decision back: what it wrote is known no longer, what stood there before stands there again, and the row is in doubt.
     *
     * @param person whom the row was said to mean; null for nobody
     * @param candidates whom it may mean
     */
    Reopened reopen(long id, long row, @Nullable Long person, List<Long> candidates);

    /** How many are on the rolls of the list and not in it. */
    int missing(long id);

    /** Takes off the rolls who is not in the list; only where nothing is in doubt any more. */
    int leave(long id);
}
