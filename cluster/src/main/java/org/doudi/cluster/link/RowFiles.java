package org.doudi.cluster.link;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.doudi.cluster.exchange.Inbox;
import org.doudi.cluster.output.Draft;
import org.doudi.cluster.output.PartFolder;
import org.doudi.linkage.output.Evidence;
import org.doudi.linkage.output.Lines;
import org.doudi.linkage.score.Histogram;
import org.doudi.linkage.table.CsvListWriter;
import org.doudi.linkage.table.Reject;
import org.doudi.linkage.table.RowKeys;

/** Writes what was decided about the rows of one partition: its part of each file. */
final class RowFiles implements Serializable {
    static final String REJECTS_HEADER = "line,column,value,problem,whatToDo\n";
    private static final int FLUSH_AT = 1 << 19;

    private final PartFolder matches;
    private final PartFolder review;
    private final PartFolder unmatched;
    private final PartFolder duplicates;
    private final PartFolder rejects;
    private final Side side;

    private enum Side {
        LEFT,
        RIGHT,
        /** The list that is cleared of duplicates. */
        ONLY
    }

    private RowFiles(List<PartFolder> folders, Side side) {
        this.matches = folders.get(0);
        this.review = folders.get(1);
        this.unmatched = folders.get(2);
        this.duplicates = folders.get(3);
        this.rejects = folders.get(4);
        this.side = side;
    }

    static RowFiles left(Draft draft) throws IOException {
        return of(draft, "-left", Side.LEFT);
    }

    static RowFiles right(Draft draft) throws IOException {
        return of(draft, "-right", Side.RIGHT);
    }

    static RowFiles only(Draft draft) throws IOException {
        return of(draft, "", Side.ONLY);
    }

    private static RowFiles of(Draft draft, String ending, Side side) throws IOException {
        return new RowFiles(
                List.of(
                        draft.parts("matches.csv"),
                        draft.parts("review.csv"),
                        draft.parts("unmatched" + ending + ".csv"),
                        draft.parts("duplicates" + ending + ".csv"),
                        draft.parts("rejects" + ending + ".csv")),
                side);
    }

    /**
     * What was written.
     *
     * @param left whether of the left list
     * @param matches patterns of the pairs
     * @param review patterns of the pairs that a person must look at
     * @param rows rows matched, in review, unmatched; rows that are duplicates, and people who have them
     */
    @SuppressWarnings("ArrayRecordComponent") // packed, and never compared
    record Written(boolean left, Histogram matches, Histogram review, long[] rows) implements Serializable {}

    Written write(PreparedPart<?> part, Inbox inbox, Scoring scoring) throws IOException {
        Notes notes = new Notes(part, inbox);
        Evidence evidence = new Evidence(scoring.judge());
        Written written = new Written(side != Side.RIGHT, new Histogram(), new Histogram(), new long[5]);
        if (side == Side.LEFT) {
            pairs(matches, part, notes, Note.Kind.MATCH, evidence, written.matches);
        }
        if (side != Side.RIGHT) {
            pairs(review, part, notes, Note.Kind.REVIEW, evidence, written.review);
        }
        if (side != Side.ONLY) {
            unmatched(part, notes, evidence, written);
        }
        RowKeys keys = part.list().keys();
        header(duplicates, part, Lines.DUPLICATES_HEADER, rowLines(part, notes, (row, note, lines) -> {
            if (notes.kind(note) == Note.Kind.DUPLICATE) {
                written.rows[3]++;
                written.rows[4] += notes.flag(note) ? 1 : 0;
                lines.key(keys, row).ascii(',').key(notes.keys(), note).ascii('\n');
            }
        }));
        header(rejects, part, REJECTS_HEADER, out -> {
            StringWriter text = new StringWriter();
            try (CsvListWriter csv = new CsvListWriter(text)) {
                for (Reject reject : part.list().rejects()) {
                    csv.row(
                            Long.toString(reject.line()),
                            reject.column(),
                            reject.value(),
                            reject.problem(),
                            reject.whatToDo());
                }
            }
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        });
        return written;
    }

    private void unmatched(PreparedPart<?> part, Notes notes, Evidence evidence, Written written) throws IOException {
        RowKeys keys = part.list().keys();
        header(unmatched, part, Lines.UNMATCHED_HEADER, rowLines(part, notes, (row, note, lines) -> {
            switch (notes.kind(note)) {
                case MATCHED -> written.rows[0]++;
                case IN_REVIEW -> written.rows[1]++;
                case NEAREST -> {
                    written.rows[2]++;
                    lines.key(keys, row);
                    if (notes.value(note) < 0) {
                        lines.raw(Lines.NOBODY.getBytes(StandardCharsets.UTF_8));
                    } else {
                        String text = evidence.reason(notes.keys().get(note), notes.flag(note), notes.value(note));
                        lines.ascii(',').raw(Lines.cell(text)).ascii('\n');
                    }
                }
                case MATCH, REVIEW, DUPLICATE -> {}
            }
        }));
    }

    private void pairs(
            PartFolder folder, PreparedPart<?> part, Notes notes, Note.Kind kind, Evidence evidence, Histogram seen)
            throws IOException {
        RowKeys keys = part.list().keys();
        header(folder, part, Lines.PAIR_HEADER, rowLines(part, notes, (row, note, lines) -> {
            if (notes.kind(note) == kind) {
                lines.key(keys, row).ascii(',').key(notes.keys(), note).raw(evidence.tail(notes.value(note)));
                seen.add(notes.value(note), 1);
            }
        }));
    }

    private void header(PartFolder folder, PreparedPart<?> part, String header, PartFolder.Writing writing)
            throws IOException {
        folder.write(part.index(), out -> {
            if (part.begins()) {
                out.write(header.getBytes(StandardCharsets.UTF_8));
            }
            writing.to(out);
        });
    }

    /** Writes a line or nothing for one note of a row. */
    @FunctionalInterface
    private interface Line {
        void of(int row, int note, Lines lines);
    }

    private static PartFolder.Writing rowLines(PreparedPart<?> part, Notes notes, Line line) {
        return out -> {
            Lines lines = new Lines();
            for (int row = 0; row < part.list().size(); row++) {
                int now = row;
                notes.of(row, note -> line.of(now, note, lines));
                if (lines.size() > FLUSH_AT) {
                    flush(lines, out);
                }
            }
            flush(lines, out);
        };
    }

    private static void flush(Lines lines, OutputStream out) throws IOException {
        out.write(lines.bytes(), 0, lines.size());
        lines.clear();
    }
}
