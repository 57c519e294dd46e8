package org.doudi.cluster.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.Locale;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Parts of one file in the draft. A task writes its part under a name of its attempt and renames it when it is whole, so that an attempt
 * that failed, or one that ran twice, leaves nothing that counts.
 */
public final class PartFolder implements Serializable {
    private final String folder;
    private final SerializableConfiguration configuration;

    PartFolder(String folder, SerializableConfiguration configuration) {
        this.folder = folder;
        this.configuration = configuration;
    }

    static String part(int partition) {
        return String.format(Locale.ROOT, "part-%06d", partition);
    }

    static boolean isPart(String name) {
        return name.startsWith("part-");
    }

    /** Writes a part. */
    @FunctionalInterface
    public interface Writing {
        /** Writes all of it. */
        void to(OutputStream out) throws IOException;
    }

    /** Local files are replaced, HDFS answers no where there is a file already, an object store throws. */
    private static boolean renamed(FileSystem files, Path from, Path to) throws IOException {
        try {
            return files.rename(from, to);
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }

    /** Writes the part of a partition; a task that outlives the draft fails, and does not bring its folder back. */
    public void write(int partition, Writing writing) throws IOException {
        Path whole = new Path(folder, part(partition));
        TaskContext task = TaskContext.get();
        Path attempt = new Path(folder, "attempt-" + (task == null ? 0 : task.taskAttemptId()) + "-" + part(partition));
        FileSystem files = whole.getFileSystem(configuration.value());
        files.setWriteChecksum(false);
        try (OutputStream out = new BufferedOutputStream(
                files.createFile(attempt).overwrite(true).build(), 1 << 16)) {
            writing.to(out);
        }
        if (!renamed(files, attempt, whole)) {
            // another attempt of this task was faster; its bytes are the same
            files.delete(attempt, false);
        }
    }
}
