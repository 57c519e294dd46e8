package org.doudi.server.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every text of every page is there in both languages. */
class MessagesTest {
    private static final List<String> FILES = List.of(
            "shell",
            "identity",
            "audit",
            "registry",
            "casework",
            "benefits",
            "matching",
            "reverification",
            "changes",
            "portal",
            "exchange",
            "quality",
            "parameters");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]*)[}(]");

    @ParameterizedTest
    @FieldSource("FILES")
    @DisplayName("what is said in Chinese is said in English, and the other way round")
    void bothLanguages(String file) {
        assertThat(MessageFile.keys(file + "_en")).isEqualTo(MessageFile.keys(file));
    }

    @Test
    @DisplayName("every text that a template names is in the message files")
    void templates() throws IOException {
        Set<String> known = new HashSet<>();
        for (String file : FILES) {
            known.addAll(MessageFile.keys(file));
        }
        Set<String> missing = new HashSet<>();
        try (Stream<Path> templates = Files.walk(MessageFile.RESOURCES.resolve("templates"))) {
            for (Path template :
                    templates.filter(p -> p.toString().endsWith(".html")).toList()) {
                Matcher matcher = KEY.matcher(Files.readString(template));
                while (matcher.find()) {
                    if (!known.contains(matcher.group(1))) {
                        missing.add(template.getFileName() + ": " + matcher.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }
}
