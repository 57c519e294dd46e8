package org.doudi.policy.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sentences of one language, each taken apart once. */
final class Messages {
    private static final Map<Language, Messages> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Messages(language));
        }
    }

    private final Language language;
    private final Map<String, Template> templates = new HashMap<>();

    private Messages(Language language) {
        this.language = language;
        Properties file = new Properties();
        String name = "messages_" + language.code() + ".properties";
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the message file " + name + " is not there");
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            file.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String key : file.stringPropertyNames()) {
            templates.put(key, Template.parse(file.getProperty(key)));
        }
    }

    static Messages in(Language language) {
        Messages messages = ALL.get(language);
        if (messages == null) {
            throw new IllegalStateException("no messages in " + language);
        }
        return messages;
    }

    Language language() {
        return language;
    }

    /** A sentence that must be there. */
    Template template(String key) {
        Template template = templates.get(key);
        if (template == null) {
            throw new IllegalStateException("no message " + key + " in " + language);
        }
        return template;
    }

    @Nullable
    Template find(String key) {
        return templates.get(key);
    }

    /** A sentence without places to fill. */
    String text(String key) {
        return template(key).plain();
    }

    /** The keys, for the test that both languages say the same. */
    Set<String> keys() {
        return templates.keySet();
    }
}
