package org.doudi.cluster.households;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.doudi.policy.json.JsonLines;

/** A file of JSON Lines, or a folder of such files, cut at line ends into parts that know the number of their first line. */
public final class LineParts implements Serializable {
    private static final int BUFFER = 1 << 16;

    private final Broadcast<SerializableConfiguration> configuration;

    private LineParts(Broadcast<SerializableConfiguration> configuration) {
        this.configuration = configuration;
    }

    /**
     * Some whole lines of a file.
     *
     * @param index where they come among all
     * @param file the file
     * @param from first byte
     * @param to the byte after the last
     * @param firstLine number of the first line, from 1 through all files
     */
    public record Part(int index, String file, long from, long to, long firstLine) implements Serializable {}

    /** A range of bytes, the lines that end in it, and where the first of the lines that begin in it begins. */
    private record Range(String file, long from, long to, long lineEnds, long firstBegin) implements Serializable {}

    /** Takes a part. */
    @FunctionalInterface
    public interface Work<R> extends Serializable {
        /** Does the work on the lines of a part. */
        R on(Part part, JsonLines lines) throws IOException;
    }

    /** How large the input is. */
    public static long bytes(JavaSparkContext spark, String name) throws IOException {
        Path path = new Path(name);
        FileSystem files = path.getFileSystem(spark.hadoopConfiguration());
        return files.exists(path) ? files.getContentSummary(path).getLength() : 0;
    }

    /** Cuts into about so many parts and works on each. */
    public static <R> JavaRDD<R> of(JavaSparkContext spark, String name, int parts, Work<R> work) throws IOException {
        LineParts lines = of(spark);
        return lines.cut(spark, name, parts).map(part -> lines.work(part, work));
    }

    /** Knows how to reach the files from every machine. */
    public static LineParts of(JavaSparkContext spark) {
        return new LineParts(spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration())));
    }

    /** Cuts into about so many parts, one a partition, in their order. */
    public JavaRDD<Part> cut(JavaSparkContext spark, String name, int parts) throws IOException {
        List<Part> cut = ranges(spark, name, parts);
        return spark.parallelize(cut, cut.size());
    }

    private List<Part> ranges(JavaSparkContext spark, String name, int parts) throws IOException {
        Path path = new Path(name);
        FileSystem files = path.getFileSystem(spark.hadoopConfiguration());
        if (!files.exists(path)) {
            throw new NoSuchFileException(name);
        }
        List<FileStatus> found = new ArrayList<>();
        for (FileStatus status : files.listStatus(path)) {
            String file = status.getPath().getName();
            if (status.isFile() && !file.startsWith("_") && !file.startsWith(".")) {
                found.add(status);
            }
        }
        found.sort(java.util.Comparator.comparing(FileStatus::getPath));
        long all = Math.max(1, found.stream().mapToLong(FileStatus::getLen).sum());
        List<Range> ranges = new ArrayList<>();
        for (FileStatus status : found) {
            long length = status.getLen();
            long many = Math.max(1, parts * length / all);
            for (long i = 0; i < many; i++) {
                String file = status.getPath().toString();
                ranges.add(new Range(file, length * i / many, length * (i + 1) / many, 0, 0));
            }
        }
        if (ranges.isEmpty()) {
            throw new IOException(name + " holds no file.");
        }
        return parts(spark.parallelize(ranges, ranges.size()).map(this::look).collect());
    }

    /** Parts that begin with a line: a range without a line's beginning belongs to the part before. */
    private static List<Part> parts(List<Range> ranges) {
        List<Part> parts = new ArrayList<>();
        long line = 1;
        for (int i = 0; i < ranges.size(); i++) {
            Range range = ranges.get(i);
            boolean newFile = i == 0 || !range.file.equals(ranges.get(i - 1).file);
            if (newFile) {
                parts.add(new Part(parts.size(), range.file, 0, range.to, line));
            } else if (range.firstBegin < range.to) {
                Part before = parts.get(parts.size() - 1);
                parts.set(
                        before.index,
                        new Part(before.index, before.file, before.from, range.firstBegin, before.firstLine));
                // the line that reaches into this range ends just before the first that begins in it
                boolean reachesIn = range.firstBegin > range.from;
                parts.add(new Part(parts.size(), range.file, range.firstBegin, range.to, line + (reachesIn ? 1 : 0)));
            } else {
                Part before = parts.get(parts.size() - 1);
                parts.set(before.index, new Part(before.index, before.file, before.from, range.to, before.firstLine));
            }
            line += range.lineEnds;
        }
        return parts;
    }

    private Range look(Range range) throws IOException {
        long ends = 0;
        long first = range.to;
        try (InputStream in = open(range.file, Math.max(0, range.from - 1))) {
            byte[] buffer = new byte[BUFFER];
            long at = Math.max(0, range.from - 1);
            for (int n = in.readNBytes(buffer, 0, BUFFER);
                    n > 0 && at < range.to;
                    n = in.readNBytes(buffer, 0, BUFFER)) {
                for (int i = 0; i < n && at < range.to; i++, at++) {
                    if (buffer[i] == '\n') {
                        ends += at >= range.from ? 1 : 0;
                        first = Math.min(first, at + 1);
                    }
                }
            }
        }
        return new Range(range.file, range.from, range.to, ends, first);
    }

    private FSDataInputStream open(String file, long offset) throws IOException {
        Configuration hadoop = configuration.value().value();
        Path path = new Path(file);
        FSDataInputStream in = path.getFileSystem(hadoop).open(path);
        in.seek(offset);
        return in;
    }

    /** Works on a part. */
    public <R> R work(Part part, Work<R> work) throws IOException {
        try (InputStream in = new UpTo(open(part.file, part.from), part.to - part.from)) {
            return work.on(part, new JsonLines(in, part.firstLine));
        }
    }
}
