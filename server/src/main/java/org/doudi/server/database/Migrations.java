package org.doudi.server.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** Makes the tables as they were when a backup was made, also when this version has more migrations by now. */
final class Migrations {
    private static final String FOLDER = "/db/migration/";

    private Migrations() {}

    /** Refuses a backup of a later version. */
    static void check(List<String> scripts) throws IOException {
        for (String script : scripts) {
            try (InputStream known = open(script)) {
                if (known == null) {
                    throw new DatabaseRefusedException(
                            "The backup was made by a later version of the platform: " + script + " is not known here");
                }
            }
        }
    }

    private static @Nullable InputStream open(String script) {
        return script.matches("[A-Za-z0-9_.]+") ? Migrations.class.getResourceAsStream(FOLDER + script) : null;
    }

    static void run(List<String> scripts, Reach reach) throws IOException {
        check(scripts);
        Path folder = Files.createTempDirectory("migrations");
        try {
            for (String script : scripts) {
                try (InputStream text = open(script)) {
                    if (text != null) {
                        Files.copy(text, folder.resolve(script));
                    }
                }
            }
            Flyway.configure()
                    .dataSource(reach.url(), reach.owner().user(), reach.owner().password())
                    .defaultSchema("platform")
                    .createSchemas(true)
                    .locations("filesystem:" + folder)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new DatabaseRefusedException("The tables could not be made: " + e.getMessage(), e);
        } finally {
            Trees.delete(folder);
        }
    }
}
