package org.doudi.cluster.output;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * A folder that is filled whole or not at all. Tasks write parts into a draft beside it; at the end the parts of each file become one
 * file, which is moved in, and the marker {@value #MARKER} is written last. A folder without the marker is not whole.
 */
public final class Draft implements Closeable {
    /** Says that all files of a folder are there. */
    public static final String MARKER = "_SUCCESS";

    private final SerializableConfiguration configuration;
    private final FileSystem files;
    private final Path target;
    private final Path draft;
    private final Thread onInterrupt;
    private final Map<String, Frame> frames = new HashMap<>();

    /** Begins a draft of a folder. */
    public Draft(String out, Configuration configuration) throws IOException {
        this.configuration = new SerializableConfiguration(configuration);
        Path named = new Path(out);
        this.files = named.getFileSystem(configuration);
        files.setWriteChecksum(false);
        this.target = files.makeQualified(named);
        Path parent = target.getParent();
        if (parent == null) {
            throw new IOException(out + " has no parent folder; name another folder for the output");
        }
        if (files.exists(target) && !files.getFileStatus(target).isDirectory()) {
            throw new IOException(out + " is a file; name a folder for the output");
        }
        files.delete(new Path(target, MARKER), false);
        this.draft = new Path(parent, ".doudi-draft-" + UUID.randomUUID());
        files.mkdirs(draft);
        this.onInterrupt = new Thread(this::discard, "doudi-draft");
        Runtime.getRuntime().addShutdownHook(onInterrupt);
    }

    /** Where tasks write the parts of a file. All folders share the configuration, which is large, so that a task brings it once. */
    public PartFolder parts(String name) throws IOException {
        Path folder = new Path(draft, name);
        files.mkdirs(folder);
        return new PartFolder(folder.toString(), configuration);
    }

    /** A file that the driver writes itself, on this machine's way to the folder. */
    public OutputStream file(String name) throws IOException {
        return files.create(new Path(new Path(draft, name), PartFolder.part(0)), true);
    }

    private record Frame(String head, String separator, String foot) {}

    /** The parts of a file stand between a head and a foot, and each of what they hold begins with a separator, the first of all not. */
    public void frame(String name, String head, String separator, String foot) {
        frames.put(name, new Frame(head, separator, foot));
    }

    /** Makes one file of the parts of each, moves them in, and writes the marker. */
    public void commit(List<String> names) throws IOException {
        for (String name : names) {
            merge(name);
        }
        files.mkdirs(target);
        for (String name : names) {
            move(merged(name), new Path(target, name));
        }
        mark();
    }

    /** Makes Parquet of the parts of a csv file, whose first part begins with a header; answers the name of the new folder. */
    public String asParquet(String name, List<String> columns) {
        StructType schema = new StructType();
        Column header = functions.lit(true);
        for (String column : columns) {
            schema = schema.add(column, DataTypes.StringType);
            header = header.and(functions.col(column).equalTo(column));
        }
        String table = name.replace(".csv", ".parquet");
        SparkSession.builder()
                .getOrCreate()
                .read()
                .schema(schema)
                .option("quote", "\"")
                .option("escape", "\"")
                .option("multiLine", true)
                .csv(new Path(draft, name).toString())
                .filter(functions.not(functions.coalesce(header, functions.lit(false))))
                .write()
                .parquet(new Path(draft, table).toString());
        return table;
    }

    /** Moves the parts of some files in as a folder of that name, others as files, and writes the marker. */
    public void commitParts(List<String> inParts, List<String> whole) throws IOException {
        for (String name : whole) {
            merge(name);
        }
        files.mkdirs(target);
        for (String name : inParts) {
            move(new Path(draft, name), new Path(target, name));
        }
        for (String name : whole) {
            move(merged(name), new Path(target, name));
        }
        mark();
    }

    private void mark() throws IOException {
        files.create(new Path(target, MARKER), true).close();
    }

    private Path merged(String name) {
        return new Path(draft, name + ".whole");
    }

    private void merge(String name) throws IOException {
        List<FileStatus> parts = new ArrayList<>(Arrays.asList(files.listStatus(new Path(draft, name))));
        parts.sort(Comparator.comparing(part -> part.getPath().getName()));
        Frame frame = frames.getOrDefault(name, new Frame("", "", ""));
        boolean first = true;
        try (OutputStream out = files.create(merged(name), true)) {
            out.write(frame.head.getBytes(StandardCharsets.UTF_8));
            for (FileStatus part : parts) {
                if (PartFolder.isPart(part.getPath().getName()) && part.getLen() > 0) {
                    try (InputStream in = files.open(part.getPath())) {
                        in.skipNBytes(first ? frame.separator.length() : 0);
                        in.transferTo(out);
                    }
                    first = false;
                }
            }
            out.write(frame.foot.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void move(Path from, Path to) throws IOException {
        if (files.exists(to)) {
            files.delete(to, true);
        }
        if (!files.rename(from, to)) {
            throw new IOException(from + " could not be moved to " + to);
        }
    }

    /** Writes a text as a file of the driver. */
    public void text(String name, String text) throws IOException {
        try (OutputStream out = file(name)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() {
        discard();
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException e) {
            // the process is ending and runs the hook itself
        }
    }

    private void discard() {
        try {
            files.delete(draft, true);
        } catch (IOException e) {
            System.err.println("doudi: the unfinished output in " + draft + " could not be removed: " + e.getMessage());
        }
    }
}
