package org.doudi.policy.parameters;

import java.util.List;

/** A part of a YAML file with the line it stands on. */
sealed interface YamlNode {
    /** The line, from 1. */
    int line();

    /** What people call this kind of part. */
    String kind();

    /** A value: its characters, whatever they could mean. */
    record Text(int line, String value) implements YamlNode {
        @Override
        public String kind() {
            return "a value";
        }
    }

    /** Keys with their parts, in the order of the file; keys may repeat, so that the reader can say so. */
    record Mapping(int line, List<Entry> entries) implements YamlNode {
        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /** A list. */
    record Sequence(int line, List<YamlNode> items) implements YamlNode {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A key with its part. */
    record Entry(int line, String key, YamlNode value) {}
}
