package org.doudi.cluster.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.doudi.linkage.table.CsvParts;
import org.doudi.linkage.table.ListReader;
import org.doudi.linkage.table.ListTaker;
import org.doudi.linkage.table.UnreadableList;
import org.jspecify.annotations.Nullable;

/** Reads a list from a csv file in parts; a workbook, which cannot be cut, in one. */
final class CsvLists<R extends Serializable, B extends Serializable> {
    private static final byte[] WORKBOOK = {'P', 'K', 3, 4};
    private static final byte[] OLD_WORKBOOK = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final JavaSparkContext spark;
    private final Broadcast<SerializableConfiguration> configuration;
    private final int parts;
    private final Reading<R, B> reading;

    CsvLists(JavaSparkContext spark, int parts, Reading<R, B> reading) {
        this.reading = reading;
        this.spark = spark;
        this.configuration = spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
        this.parts = parts;
    }

    /** A part as it was read. */
    private record Taken<R extends Serializable, B>(Beside.Part<R, B> part, CsvParts.Read read)
            implements Serializable {
        static <R extends Serializable, B extends Serializable> Taken<R, B> of(
                HadoopSource source, Layouts layouts, CsvParts.Part lines, Reading<R, B> reading) {
            try {
                B read = reading.beside().begin();
                if (layouts.beside != null) {
                    CsvParts.Part first = begins(lines, layouts.linked) ? beginning(layouts.beside, lines) : lines;
                    CsvParts.read(
                            source, layouts.beside, first, reading.beside().reader(read, source.name()));
                }
                ListTaker<R> taker = reading.linked().begin(source.name());
                CsvParts.Read found = CsvParts.read(source, layouts.linked, lines, taker);
                return new Taken<>(new Beside.Part<>(ListPart.of(taker.list(), taker.rows()), read), found);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static boolean begins(CsvParts.Part lines, CsvParts.Layout layout) {
            return lines.line() == layout.line();
        }

        private static CsvParts.Part beginning(CsvParts.Layout layout, CsvParts.Part lines) {
            return new CsvParts.Part(layout.line(), layout.offset(), lines.endLine());
        }
    }

    /** How the list is laid out for the linkage, and for what is read beside it. */
    private record Layouts(CsvParts.Layout linked, CsvParts.@Nullable Layout beside) implements Serializable {
        /** Whether both see the same records, so that parts of the one are parts of the other. */
        boolean agree() {
            return beside == null || (beside.line() == linked.line() && beside.offset() == linked.offset());
        }
    }

    /** What the driver learns of a part. */
    private record Found(CsvParts.Read read, PartedList.Count count) implements Serializable {}

    BesideList<R, B> read(String file) throws IOException {
        Path path = new Path(file);
        FileSystem files = path.getFileSystem(spark.hadoopConfiguration());
        java.nio.file.Path shown = java.nio.file.Path.of(file);
        if (!files.exists(path)) {
            throw new UnreadableList(shown, 0, "there is no such file", "Check the path");
        }
        FileStatus status = files.getFileStatus(path);
        if (status.isDirectory()) {
            throw new UnreadableList(shown, 0, "this is a folder, not a list", "Name a csv or xlsx file in it");
        }
        if (status.getLen() == 0) {
            throw new UnreadableList(shown, 0, "the file is empty", "Ask the sender for the list again");
        }
        HadoopSource source = new HadoopSource(file, spark.hadoopConfiguration());
        byte[] start;
        try (InputStream in = source.open(0)) {
            start = in.readNBytes(WORKBOOK.length);
        }
        if (java.util.Arrays.equals(start, WORKBOOK) || java.util.Arrays.equals(start, OLD_WORKBOOK)) {
            return workbook(file);
        }
        Beside<B> beside = reading.beside();
        CsvParts.Layout other =
                beside.reads() ? CsvParts.layout(source, beside.reader(beside.begin(), source.name())) : null;
        CsvParts.Layout layout = CsvParts.layout(source, reading.linked().begin(source.name()));
        Layouts layouts = new Layouts(layout, other);
        return inParts(file, layouts, layouts.agree() ? cut(file, layout, status.getLen()) : whole(layout));
    }

    private static List<CsvParts.Part> whole(CsvParts.Layout layout) {
        return List.of(new CsvParts.Part(layout.line(), layout.offset(), CsvParts.Part.TO_THE_END));
    }

    /** Cuts the file at the line ends nearest to equal parts. */
    private List<CsvParts.Part> cut(String file, CsvParts.Layout layout, long length) {
        long bytes = Math.max(0, length - layout.offset());
        List<long[]> ranges = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            long from = layout.offset() + bytes * i / parts;
            long to = layout.offset() + bytes * (i + 1) / parts;
            ranges.add(new long[] {from, to});
        }
        Broadcast<SerializableConfiguration> hadoop = configuration;
        List<CsvParts.Lines> lines = spark.parallelize(ranges, parts)
                .map(range ->
                        CsvParts.lines(new HadoopSource(file, hadoop.value().value()), layout, range[0], range[1]))
                .collect();
        List<CsvParts.Part> cut = new ArrayList<>();
        long line = layout.line();
        long offset = layout.offset();
        long begun = 0;
        for (int i = 0; i < lines.size(); i++) {
            CsvParts.Lines range = lines.get(i);
            if (i > 0 && range.begins() > 0) {
                long next = layout.line() + begun + 1;
                cut.add(new CsvParts.Part(line, offset, next));
                line = next;
                offset = range.first();
            }
            begun += range.begins();
        }
        cut.add(new CsvParts.Part(line, offset, CsvParts.Part.TO_THE_END));
        return cut;
    }

    /** Reads the parts; a part that began inside a quoted cell is read again from where its first record begins. */
    private BesideList<R, B> inParts(String file, Layouts layouts, List<CsvParts.Part> cut) throws IOException {
        HadoopSource source = new HadoopSource(file, spark.hadoopConfiguration());
        Broadcast<SerializableConfiguration> hadoop = configuration;
        Reading<R, B> how = reading;
        List<CsvParts.Part> now = cut;
        while (true) {
            JavaRDD<Taken<R, B>> taken = spark.parallelize(now, now.size())
                    .map(lines -> Taken.of(new HadoopSource(file, hadoop.value().value()), layouts, lines, how))
                    .persist(StorageLevel.MEMORY_AND_DISK());
            List<Found> found = taken.map(t ->
                            new Found(t.read(), PartedList.Count.of(t.part().linked())))
                    .collect();
            List<CsvParts.Part> mended = new ArrayList<>(now);
            boolean right = true;
            for (int i = 1; i < now.size(); i++) {
                long wanted = found.get(i - 1).read().nextRecord();
                if (found.get(i).read().firstRecord() != wanted) {
                    long offset = CsvParts.offset(source, layouts.linked(), cut.get(i), wanted);
                    mended.set(i, new CsvParts.Part(wanted, offset, cut.get(i).endLine()));
                    right = false;
                }
            }
            if (right) {
                List<PartedList.Count> counts = found.stream().map(Found::count).toList();
                return BesideList.of(shortName(file), taken.map(Taken::part), counts);
            }
            taken.unpersist();
            now = mended;
        }
    }

    private BesideList<R, B> workbook(String file) {
        Broadcast<SerializableConfiguration> hadoop = configuration;
        Reading<R, B> how = reading;
        JavaRDD<Beside.Part<R, B>> part = spark.parallelize(List.of(file), 1)
                .map(name ->
                        workbook(name, new HadoopSource(name, hadoop.value().value()), how))
                .persist(StorageLevel.MEMORY_AND_DISK());
        List<PartedList.Count> counts =
                part.map(p -> PartedList.Count.of(p.linked())).collect();
        return BesideList.of(shortName(file), part, counts);
    }

    private static <R extends Serializable, B extends Serializable> Beside.Part<R, B> workbook(
            String file, HadoopSource source, Reading<R, B> reading) throws IOException {
        java.nio.file.Path folder = Files.createTempDirectory("doudi");
        java.nio.file.Path copy = folder.resolve(shortName(file));
        try (InputStream in = source.open(0)) {
            Files.copy(in, copy);
            Beside<B> beside = reading.beside();
            B read = beside.begin();
            if (beside.reads()) {
                ListReader.read(copy, beside.reader(read, copy));
            }
            ListTaker<R> taker = reading.linked().begin(copy);
            ListReader.read(copy, taker);
            return new Beside.Part<>(ListPart.of(taker.list(), taker.rows()), read);
        } catch (UnreadableList e) {
            // the user knows the workbook, not its copy
            throw e.of(source.name());
        } finally {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(folder);
        }
    }

    static String shortName(String file) {
        return new Path(file).getName();
    }
}
