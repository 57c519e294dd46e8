package org.doudi.cluster.households;

import java.io.Serializable;
import java.nio.file.Path;
import org.apache.spark.SparkFiles;
import org.apache.spark.api.java.JavaSparkContext;
import org.doudi.policy.parameters.ParameterPack;
import org.jspecify.annotations.Nullable;

/** The parameters, loaded on every machine from the same files: those of the software, or those of a folder that Spark brings along. */
public final class ShippedPack implements Serializable {
    private final @Nullable String folder;

    private ShippedPack(@Nullable String folder) {
        this.folder = folder;
    }

    /** Ships a folder of parameters; null is the pack that comes with the software. */
    public static ShippedPack of(JavaSparkContext spark, @Nullable Path folder) {
        if (folder == null) {
            return new ShippedPack(null);
        }
        Path real = folder.toAbsolutePath().normalize();
        spark.addFile(real.toUri().toString(), true);
        return new ShippedPack(String.valueOf(real.getFileName()));
    }

    /** The pack, on this machine. */
    public ParameterPack load() {
        return folder == null ? ParameterPack.load() : ParameterPack.load(Path.of(SparkFiles.get(folder)));
    }
}
