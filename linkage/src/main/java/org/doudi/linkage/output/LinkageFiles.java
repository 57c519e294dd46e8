package org.doudi.linkage.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.BitSet;
import java.util.List;
import org.doudi.linkage.Linkage;
import org.doudi.linkage.block.Candidates;
import org.doudi.linkage.block.Workers;
import org.doudi.linkage.table.CsvListWriter;
import org.doudi.linkage.table.ReadList;
import org.doudi.linkage.table.Reject;
import org.jspecify.annotations.Nullable;

/** Writes the files of a linkage into a folder. */
public final class LinkageFiles {
    private static final byte[] PAIR_HEADER = Lines.PAIR_HEADER.getBytes(StandardCharsets.UTF_8);
    private static final byte[] NOBODY = Lines.NOBODY.getBytes(StandardCharsets.UTF_8);
    private static final int FLUSH_AT = 1 << 19;

    private final Linkage linkage;
    private final Workers workers;
    private final Evidence evidence;
    private final ReadList left;
    private final @Nullable ReadList right;
    private final int rightBase;

    /** The files of one linkage. */
    public LinkageFiles(Linkage linkage, Workers workers) {
        this.linkage = linkage;
        this.workers = workers;
        this.evidence = new Evidence(linkage.judge());
        this.left = linkage.left();
        this.right = linkage.right();
        this.rightBase = linkage.ranges().rightBase();
    }

    /** Writes all files; they appear in the folder when the folder is committed. */
    public Outcome write(OutputFolder folder) throws IOException {
        linkage.clock().begin("write");
        Outcome outcome = new Outcome(linkage.judge());
        ReadList other = right;
        BitSet inReview = new BitSet(linkage.ranges().end());
        if (other != null) {
            writeReview(folder, inReview, outcome);
            inParallel(() -> writeMatches(folder, outcome), () -> {
                int[] nearest = Nearest.of(linkage);
                writeUnmatched(folder, "unmatched-left.csv", left, 0, inReview, nearest, outcome.left());
                writeUnmatched(folder, "unmatched-right.csv", other, rightBase, inReview, nearest, outcome.right());
                writeDuplicates(folder, "duplicates-left.csv", left, 0, outcome.left());
                writeDuplicates(folder, "duplicates-right.csv", other, rightBase, outcome.right());
                writeRejects(folder, "rejects-left.csv", left);
                writeRejects(folder, "rejects-right.csv", other);
            });
        } else {
            writeReview(folder, inReview, outcome);
            writeDuplicates(folder, "duplicates.csv", left, 0, outcome.left());
            writeRejects(folder, "rejects.csv", left);
        }
        linkage.clock().end();
        Summary.write(Account.of(linkage, outcome), folder.file("summary.json"));
        return outcome;
    }

    private RowKey keyOf(int row) {
        ReadList list = right;
        return list != null && linkage.ranges().isRight(row)
                ? new RowKey(list, row - rightBase)
                : new RowKey(left, row);
    }

    private record RowKey(ReadList list, int place) {
        String text() {
            return list.keys().get(place);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    /** Two files at once. */
    private void inParallel(Writing... writings) throws IOException {
        try {
            workers.run(writings.length, i -> {
                try {
                    writings[i].run();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void writeMatches(OutputFolder folder, Outcome outcome) throws IOException {
        Lines lines = new Lines();
        try (OutputStream out = Files.newOutputStream(folder.file("matches.csv"))) {
            lines.raw(PAIR_HEADER);
            for (int row = 0; row < left.size(); row++) {
                linkage.forEachMatchOf(row, (a, b, pattern) -> {
                    formatPair(lines, a, b, pattern);
                    outcome.matches().add(pattern);
                });
                if (lines.size() > FLUSH_AT) {
                    out.write(lines.bytes(), 0, lines.size());
                    lines.clear();
                }
            }
            out.write(lines.bytes(), 0, lines.size());
        }
    }

    private void formatPair(Lines lines, int a, int b, int pattern) {
        ReadList other = right;
        lines.key(left.keys(), a).ascii(',');
        if (other != null) {
            lines.key(other.keys(), b - rightBase);
        } else {
            lines.key(left.keys(), b);
        }
        lines.raw(evidence.tail(pattern));
    }

    private void writeReview(OutputFolder folder, BitSet inReview, Outcome outcome) throws IOException {
        Lines lines = new Lines();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.file("review.csv")), 1 << 16)) {
            out.write(PAIR_HEADER);
            linkage.forEachReview((a, b, pattern) -> {
                formatPair(lines, a, b, pattern);
                inReview.set(a);
                inReview.set(b);
                outcome.review().add(pattern);
            });
            out.write(lines.bytes(), 0, lines.size());
        }
    }

    private void writeUnmatched(
            OutputFolder folder,
            String name,
            ReadList list,
            int base,
            BitSet inReview,
            int[] nearest,
            Outcome.Rows counts)
            throws IOException {
        Lines lines = new Lines();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.file(name)), 1 << 16)) {
            out.write(Lines.UNMATCHED_HEADER.getBytes(StandardCharsets.UTF_8));
            for (int place = 0; place < list.size(); place++) {
                int row = base + place;
                if (linkage.assignment().matched(row)) {
                    counts.matched++;
                } else if (inReview.get(row)) {
                    counts.inReview++;
                } else {
                    counts.unmatched++;
                    lines.key(list.keys(), place);
                    if (nearest[row] == 0) {
                        lines.raw(NOBODY);
                    } else {
                        reason(lines, row, nearest[row] - 1);
                    }
                    if (lines.size() > FLUSH_AT) {
                        out.write(lines.bytes(), 0, lines.size());
                        lines.clear();
                    }
                }
            }
            out.write(lines.bytes(), 0, lines.size());
        }
    }

    private void reason(Lines lines, int row, int candidate) {
        Candidates candidates = linkage.candidates();
        int other = candidates.a(candidate) == row ? candidates.b(candidate) : candidates.a(candidate);
        String text = evidence.reason(
                keyOf(other).text(), linkage.assignment().matched(other), candidates.pattern(candidate));
        byte[] cell = Lines.cell(text);
        lines.ascii(',').raw(cell).ascii('\n');
    }

    private void writeDuplicates(OutputFolder folder, String name, ReadList list, int base, Outcome.Rows counts)
            throws IOException {
        Lines lines = new Lines();
        for (int place = 0; place < list.size(); place++) {
            int row = base + place;
            if (linkage.assignment().clusters().next(row) != row) {
                int cluster = linkage.assignment().clusters().of(row);
                lines.key(list.keys(), place)
                        .ascii(',')
                        .key(list.keys(), cluster - base)
                        .ascii('\n');
                counts.duplicates++;
                counts.clusters += cluster == row ? 1 : 0;
            }
        }
        try (OutputStream out = Files.newOutputStream(folder.file(name))) {
            out.write(Lines.DUPLICATES_HEADER.getBytes(StandardCharsets.UTF_8));
            out.write(lines.bytes(), 0, lines.size());
        }
    }

    private static void writeRejects(OutputFolder folder, String name, ReadList list) throws IOException {
        List<String> header = List.of("line", "column", "value", "problem", "whatToDo");
        try (CsvListWriter out = new CsvListWriter(folder.file(name), header)) {
            for (Reject reject : list.rejects()) {
                out.row(
                        Long.toString(reject.line()),
                        reject.column(),
                        reject.value(),
                        reject.problem(),
                        reject.whatToDo());
            }
        }
    }
}
