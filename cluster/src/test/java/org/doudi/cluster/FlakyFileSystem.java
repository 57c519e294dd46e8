package org.doudi.cluster;

import java.io.IOException;
import java.net.URI;
import java.util.EnumSet;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.apache.spark.TaskContext;

/**
 * This machine's files, on which the first attempt of every task that reads fails, and the process dies that first writes matches; in a
 * folder called {@value #FULL} the disk is full for all but tasks.
 */
public final class FlakyFileSystem extends RawLocalFileSystem {
    static final String SCHEME = "flaky";
    static final String FULL = "full-disk";

    /** Where a file really goes: Linux has a device that is always full. */
    private static Path really(Path path) {
        boolean full = TaskContext.get() == null && path.toString().contains(FULL);
        return full ? new Path("/dev/full") : path;
    }

    @Override
    public URI getUri() {
        return URI.create(SCHEME + ":///");
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    private static boolean firstAttempt() {
        TaskContext task = TaskContext.get();
        return task != null && task.attemptNumber() == 0 && task.stageAttemptNumber() == 0;
    }

    @Override
    public FSDataInputStream open(Path path, int bufferSize) throws IOException {
        if (firstAttempt()) {
            throw new IOException("the disk of the first attempt is gone");
        }
        return super.open(path, bufferSize);
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        return dying(
                super.create(really(path), permission, overwrite, bufferSize, replication, blockSize, progress), path);
    }

    @Override
    public FSDataOutputStream create(
            Path path, boolean overwrite, int bufferSize, short replication, long blockSize, Progressable progress)
            throws IOException {
        return dying(super.create(really(path), overwrite, bufferSize, replication, blockSize, progress), path);
    }

    @Override
    public FSDataOutputStream createNonRecursive(
            Path path,
            FsPermission permission,
            EnumSet<CreateFlag> flags,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        return dying(
                super.createNonRecursive(really(path), permission, flags, bufferSize, replication, blockSize, progress),
                path);
    }

    private static FSDataOutputStream dying(FSDataOutputStream out, Path path) throws IOException {
        boolean matches = path.toString().contains("matches.csv");
        TaskContext task = TaskContext.get();
        if (matches && firstAttempt() && task != null && task.partitionId() == 0) {
            out.write("half a li".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            out.flush();
            if (Boolean.getBoolean("doudi.test.mortal")) {
                // no handler runs, nothing is closed: the machine is gone
                Runtime.getRuntime().halt(137);
            }
            out.close();
            throw new IOException("the disk is full");
        }
        return out;
    }
}
