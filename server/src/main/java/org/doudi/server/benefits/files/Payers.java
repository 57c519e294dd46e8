package org.doudi.server.benefits.files;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.doudi.server.benefits.files.FileRefused.Cause;
import org.doudi.server.registry.Divisions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The counties' accounts, from a file of lines such as {@code 210921.account=…}, with {@code .name} and {@code .bank}. Where nothing was
 * entered, the county's code names the account, as the bank that gets the file knows it.
 */
@Component
class Payers {
    private final @Nullable Path file;
    private final Divisions divisions;

    Payers(@Value("${doudi.money.payers:#{null}}") @Nullable Path file, Divisions divisions) {
        this.file = file;
        this.divisions = divisions;
    }

    Payer of(String county) {
        Properties entered = new Properties();
        if (file != null) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                entered.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new FileRefused(Cause.LAYOUT, "doudi.money.payers", e);
            }
        }
        return new Payer(
                entered.getProperty(county + ".name", divisions.name(county).orElse(county) + "民政局"),
                entered.getProperty(county + ".bank"),
                entered.getProperty(county + ".account", county));
    }
}
