package org.doudi.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The versions of Doudi and of the peers, read from the names of the jars on the class path. */
final class Versions {
    private static final String[] SHOWN = {
        "doudi-", "duckdb_jdbc-", "duke-", "kie-dmn-core-", "drools-engine-", "drools-base-", "jackson-core-"
    };

    private Versions() {}

    static Map<String, String> all() {
        Map<String, String> versions = new TreeMap<>();
        Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator"), -1))
                .map(entry -> Path.of(entry).getFileName().toString())
                .filter(jar -> jar.endsWith(".jar") && Arrays.stream(SHOWN).anyMatch(jar::startsWith))
                .forEach(jar -> {
                    int dash = jar.replaceAll("-[0-9].*", "").length();
                    versions.put(jar.substring(0, dash), jar.substring(dash + 1, jar.length() - 4));
                });
        return versions;
    }
}
