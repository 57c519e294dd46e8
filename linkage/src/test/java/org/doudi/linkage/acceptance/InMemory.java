package org.doudi.linkage.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import org.doudi.linkage.Linkage;
import org.doudi.linkage.Linker;
import org.doudi.linkage.Progress;
import org.doudi.linkage.assign.Assignment;
import org.doudi.linkage.block.Workers;
import org.doudi.linkage.output.LinkageFiles;
import org.doudi.linkage.output.OutputFolder;

/** The engine in the memory of one machine, on so many threads. */
public record InMemory(int threads) implements Engine {
    private Linker linker() {
        return new Linker(threads, Progress.SILENT);
    }

    private void write(Linkage linkage, Path out) throws IOException {
        try (OutputFolder folder = new OutputFolder(out)) {
            new LinkageFiles(linkage, new Workers(threads)).write(folder);
            folder.commit();
        }
    }

    @Override
    public void link(Path left, Path right, Path out, Assignment.Shape shape) throws IOException {
        write(linker().link(left, right, shape), out);
    }

    @Override
    public void dedupe(Path list, Path out) throws IOException {
        write(linker().dedupe(list), out);
    }

    @Override
    public void link(Path config, Path left, Path right, Path out, Assignment.Shape shape) throws IOException {
        write(linker().link(config, left, right, shape), out);
    }

    @Override
    public void dedupe(Path config, Path list, Path out) throws IOException {
        write(linker().dedupe(config, list), out);
    }
}
