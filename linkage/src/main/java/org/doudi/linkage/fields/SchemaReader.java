package org.doudi.linkage.fields;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doudi.linkage.table.UnreadableList;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a schema strictly: an unknown key is an error that names its line. */
final class SchemaReader {
    private final Path file;

    SchemaReader(Path file) {
        this.file = file;
    }

    Schema read(String text) {
        Optional<Node> root;
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(file.toString())
                    .setMaxAliasesForCollections(0)
                    .setAllowDuplicateKeys(false)
                    .build();
            root = new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            long line = e.getProblemMark().map(m -> m.getLine() + 1L).orElse(0L);
            throw new UnreadableList(file, line, "this is not YAML: " + e.getProblem(), "Mend the line");
        } catch (YamlEngineException e) {
            throw new UnreadableList(file, 0, "this is not YAML: " + e.getMessage(), "Mend the file");
        }
        if (root.isEmpty()) {
            throw new UnreadableList(file, 0, "the schema is empty", "Name at least one field");
        }
        Map<String, Node> keys = mapping(root.get(), Set.of("id", "fields", "prior"), "id, fields and prior");
        Node fields = keys.get("fields");
        if (!(fields instanceof SequenceNode list) || list.getValue().isEmpty()) {
            throw fault(
                    fields == null ? root.get() : fields,
                    "the key fields must list the fields",
                    "Write fields: and below it - {column: …, kind: …}");
        }
        List<Schema.Field> read = new ArrayList<>();
        Set<String> columns = new HashSet<>();
        for (Node field : list.getValue()) {
            Schema.Field one = field(field);
            if (!columns.add(one.column())) {
                throw fault(field, "the column " + one.column() + " is named twice", "Keep one of the two");
            }
            read.add(one);
        }
        Node id = keys.get("id");
        return new Schema(id == null ? null : scalar(id, "id"), List.copyOf(read), prior(keys.get("prior")));
    }

    private @Nullable Double prior(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        String text = scalar(node, "prior");
        try {
            double prior = Double.parseDouble(text);
            if (prior > 0 && prior < 1) {
                return prior;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw fault(node, "prior is " + text, "Give a share between 0 and 1, such as 0.0002, or leave it out");
    }

    private Schema.Field field(Node node) {
        Map<String, Node> keys = mapping(node, Set.of("column", "kind", "format"), "column, kind and format");
        Node column = keys.get("column");
        Node kind = keys.get("kind");
        if (column == null || kind == null) {
            throw fault(node, "a field needs column and kind", "Write {column: surname, kind: name}");
        }
        FieldKind known = FieldKind.named(scalar(kind, "kind"));
        if (known == null) {
            throw fault(kind, "there is no kind " + scalar(kind, "kind"), "Use one of " + FieldKind.names());
        }
        Node format = keys.get("format");
        if (format == null) {
            return new Schema.Field(scalar(column, "column"), known, null);
        }
        if (known != FieldKind.DATE) {
            throw fault(format, "only a date has a format", "Remove it, or write kind: date");
        }
        String pattern = scalar(format, "format");
        if (!DateText.isFormat(pattern)) {
            throw fault(
                    format,
                    "the format " + pattern + " does not order year, month and day",
                    "Write it with yyyy, MM and dd, such as yyyyMMdd");
        }
        return new Schema.Field(scalar(column, "column"), known, pattern);
    }

    private Map<String, Node> mapping(Node node, Set<String> allowed, String words) {
        if (!(node instanceof MappingNode mapping)) {
            throw fault(node, "keys are expected here", "Write the keys " + words);
        }
        Map<String, Node> keys = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode(), "key");
            if (!allowed.contains(key)) {
                throw fault(tuple.getKeyNode(), "the key " + key + " is not known here", "Use " + words);
            }
            keys.put(key, tuple.getValueNode());
        }
        return keys;
    }

    private String scalar(Node node, String what) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw fault(node, what + " has no value", "Write one plain value after it");
    }

    private UnreadableList fault(Node node, String problem, String whatToDo) {
        long line = node.getStartMark().map(m -> m.getLine() + 1L).orElse(0L);
        return new UnreadableList(file, line, problem, whatToDo);
    }
}
