package org.doudi.cluster.reconcile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.doudi.cli.reconcile.InputFolder;

/** Folders of lists in any file system that the cluster knows; a list may be a file or a folder of Parquet. */
final class ClusterPlace implements InputFolder.Place {
    private final Configuration configuration;

    ClusterPlace(Configuration configuration) {
        this.configuration = configuration;
    }

    private FileSystem files(Path path) throws IOException {
        return path.getFileSystem(configuration);
    }

    @Override
    public boolean isFolder(String name) throws IOException {
        Path path = new Path(name);
        return files(path).exists(path) && files(path).getFileStatus(path).isDirectory();
    }

    @Override
    public boolean exists(String name) throws IOException {
        Path path = new Path(name);
        return files(path).exists(path);
    }

    @Override
    public boolean isList(String name) throws IOException {
        return exists(name);
    }

    @Override
    public String text(String name) throws IOException {
        Path path = new Path(name);
        try (InputStream in = files(path).open(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public List<String> endings() {
        return List.of(".csv", ".xlsx", ".parquet");
    }
}
