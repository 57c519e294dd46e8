package org.doudi.cluster.lists;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.doudi.linkage.table.ListSource;

/** A list in any file system that Hadoop knows. */
final class HadoopSource implements ListSource {
    private final org.apache.hadoop.fs.Path path;
    private final Configuration configuration;
    private final String named;

    HadoopSource(String named, Configuration configuration) {
        this.named = named;
        this.path = new org.apache.hadoop.fs.Path(named);
        this.configuration = configuration;
    }

    @Override
    public Path name() {
        return Path.of(named);
    }

    @Override
    public InputStream open(long offset) throws IOException {
        FileSystem files = path.getFileSystem(configuration);
        FSDataInputStream in = files.open(path);
        in.seek(offset);
        return in;
    }
}
