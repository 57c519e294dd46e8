package org.doudi.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Refuses to start with a setting that nobody reads: a misspelt one would be a silent default. */
final class KnownSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    private static final String PREFIX = "doudi.";
    private static final String VARIABLE_PREFIX = "DOUDI_";
    /** What the launcher and the commands read from the environment. */
    private static final Set<String> OTHER_VARIABLES =
            Set.of("DOUDI_JAVA_OPTS", "DOUDI_DEBUG", "DOUDI_BACKUP_PASSPHRASE");

    private final Set<String> known = new TreeSet<>(read().stringPropertyNames());

    private static Properties read() {
        Properties settings = new Properties();
        try (InputStream in = Objects.requireNonNull(KnownSettings.class.getResourceAsStream("/settings.properties"));
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            settings.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        check(event.getEnvironment());
    }

    void check(ConfigurableEnvironment environment) {
        Set<String> unknown = new TreeSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (!(source instanceof EnumerablePropertySource<?> settings)) {
                continue;
            }
            boolean variables = source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
            for (String name : settings.getPropertyNames()) {
                if (variables ? unknownVariable(name) : name.startsWith(PREFIX) && !known.contains(name)) {
                    unknown.add(name);
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new UnknownSettingException(
                    "Unknown setting: " + String.join(", ", unknown) + ".",
                    "Correct or remove it. The settings are: " + String.join(", ", known) + ".");
        }
    }

    private boolean unknownVariable(String name) {
        return name.startsWith(VARIABLE_PREFIX)
                && !OTHER_VARIABLES.contains(name)
                && known.stream().flatMap(KnownSettings::variables).noneMatch(name::equals);
    }

    /** The two spellings that Spring reads. */
    private static Stream<String> variables(String setting) {
        return Stream.of("", "_")
                .map(dash -> setting.replace("-", dash).replace('.', '_').toUpperCase(Locale.ROOT));
    }
}
