package org.doudi.cli;

import java.nio.file.Path;
import org.doudi.policy.parameters.ParameterPack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names another pack of parameters than the one that comes with the software. */
public final class Packs {
    @Option(
            names = "--parameters",
            paramLabel = "DIR",
            description = "Use the parameters in this directory instead of the built-in pack fuxin-2017.")
    private @Nullable Path directory;

    /** The directory named, or null for the built-in pack. */
    public @Nullable Path directory() {
        return directory;
    }

    /** The pack to use. */
    public ParameterPack load() {
        return directory == null ? ParameterPack.load() : ParameterPack.load(directory);
    }
}
