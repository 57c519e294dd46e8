package org.doudi.server.registry;

import java.nio.file.Path;

/** Fills the registry from a folder of households and persons, as {@code demo-data} writes one. */
public interface RegistryLoader {
    /**
     * Loads {@code households.jsonl} and {@code persons.csv}, all or nothing.
     *
     * @return how many households were loaded
     */
    int load(Path folder);
}
