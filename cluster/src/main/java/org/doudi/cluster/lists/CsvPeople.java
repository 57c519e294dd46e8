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
import org.doudi.linkage.person.PersonList;
import org.doudi.linkage.table.CsvParts;
import org.doudi.linkage.table.UnreadableList;

/** Reads a list of people from a csv file in parts; a workbook, which cannot be cut, in one. */
final class CsvPeople {
    private static final byte[] WORKBOOK = {'P', 'K', 3, 4};
    private static final byte[] OLD_WORKBOOK = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final JavaSparkContext spark;
    private final Broadcast<SerializableConfiguration> configuration;
    private final int parts;

    CsvPeople(JavaSparkContext spark, int parts) {
        this.spark = spark;
        this.configuration = spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
        this.parts = parts;
    }

    /** A part as it was read. */
    private record Taken(People people, CsvParts.Read read) implements Serializable {}

    /** What the driver learns of a part. */
    private record Found(CsvParts.Read read, PeopleList.Count count) implements Serializable {}

    PeopleList read(String file) throws IOException {
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
        CsvParts.Layout layout = PersonList.layout(source);
        return inParts(file, layout, cut(file, layout, status.getLen()));
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
    private PeopleList inParts(String file, CsvParts.Layout layout, List<CsvParts.Part> cut) throws IOException {
        HadoopSource source = new HadoopSource(file, spark.hadoopConfiguration());
        Broadcast<SerializableConfiguration> hadoop = configuration;
        List<CsvParts.Part> now = cut;
        while (true) {
            JavaRDD<Taken> taken = spark.parallelize(now, now.size())
                    .map(part -> taken(new HadoopSource(file, hadoop.value().value()), layout, part))
                    .persist(StorageLevel.MEMORY_AND_DISK());
            List<Found> found = taken.map(t -> new Found(t.read(), PeopleList.Count.of(t.people())))
                    .collect();
            List<CsvParts.Part> mended = new ArrayList<>(now);
            boolean right = true;
            for (int i = 1; i < now.size(); i++) {
                long wanted = found.get(i - 1).read().nextRecord();
                if (found.get(i).read().firstRecord() != wanted) {
                    long offset = CsvParts.offset(source, layout, cut.get(i), wanted);
                    mended.set(i, new CsvParts.Part(wanted, offset, cut.get(i).endLine()));
                    right = false;
                }
            }
            if (right) {
                List<PeopleList.Count> counts = found.stream().map(Found::count).toList();
                return new PeopleList(shortName(file), taken.map(Taken::people), counts);
            }
            taken.unpersist();
            now = mended;
        }
    }

    private static Taken taken(HadoopSource source, CsvParts.Layout layout, CsvParts.Part part) {
        try {
            PersonList.Part read = PersonList.readPart(source, layout, part);
            return new Taken(people(read.people()), read.read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static People people(PersonList list) {
        return new People(
                list.rows(),
                list.list().keys(),
                list.list().rowsIn(),
                new ArrayList<>(list.list().rejects()));
    }

    private PeopleList workbook(String file) {
        Broadcast<SerializableConfiguration> hadoop = configuration;
        JavaRDD<People> people = spark.parallelize(List.of(file), 1)
                .map(name ->
                        workbook(name, new HadoopSource(name, hadoop.value().value())))
                .persist(StorageLevel.MEMORY_AND_DISK());
        return new PeopleList(
                shortName(file), people, people.map(PeopleList.Count::of).collect());
    }

    private static People workbook(String file, HadoopSource source) throws IOException {
        java.nio.file.Path copy = Files.createTempDirectory("doudi").resolve(shortName(file));
        try (InputStream in = source.open(0)) {
            Files.copy(in, copy);
            return people(PersonList.read(copy));
        } finally {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(copy.getParent());
        }
    }

    static String shortName(String file) {
        return new Path(file).getName();
    }
}
