package org.doudi.policy.parameters;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doudi.policy.Citation;
import org.doudi.policy.Grade;
import org.doudi.policy.Parameter;
import org.doudi.policy.ParameterValue;
import org.jspecify.annotations.Nullable;

/** Reads one file of a pack. Everything that is wrong in it is noted, not the first thing alone. */
final class ParameterFile {
    private static final Set<String> PARAMETER_KEYS = Set.of("zh", "en", "unit", "values");
    private static final Set<String> VALUE_KEYS =
            Set.of("place", "from", "to", "announced", "value", "citation", "grade", "checkedOn");
    private static final Set<String> CITATION_KEYS = Set.of("doc", "article", "url");

    private final String file;
    private final List<PackProblem> problems;

    ParameterFile(String file, List<PackProblem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** A value that was read, with its line. */
    record Read(ParameterValue value, String file, int line) {}

    /** A parameter that was read. */
    record ReadParameter(Parameter parameter, Description description, int line, List<Read> values) {}

    List<ReadParameter> read(String text) {
        List<ReadParameter> found = new ArrayList<>();
        YamlNode root = YamlReader.read(file, text);
        if (!(root instanceof YamlNode.Mapping mapping)) {
            note(root.line(), "The file holds " + root.kind() + "; it must hold parameters by key.");
            return found;
        }
        Set<String> seen = new HashSet<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            Parameter parameter = Parameter.withKey(entry.key());
            if (!seen.add(entry.key())) {
                note(entry.line(), entry.key() + " is there twice; put all its values under one.");
            } else if (parameter == null) {
                note(entry.line(), "There is no parameter " + entry.key() + "; see doudi parameters for the keys.");
            } else {
                parameter(parameter, entry, found);
            }
        }
        return found;
    }

    private void parameter(Parameter parameter, YamlNode.Entry entry, List<ReadParameter> found) {
        Map<String, YamlNode> fields = fields(entry.value(), entry.line(), entry.key(), PARAMETER_KEYS);
        String zh = text(fields, "zh", entry.line(), entry.key());
        String en = text(fields, "en", entry.line(), entry.key());
        String unit = text(fields, "unit", entry.line(), entry.key());
        if (unit != null && !unit.equals(parameter.unit().code())) {
            note(
                    entry.line(),
                    "The unit of " + entry.key() + " is " + parameter.unit().code() + ", not " + unit + ".");
        }
        List<Read> values = new ArrayList<>();
        YamlNode list = fields.get("values");
        if (!(list instanceof YamlNode.Sequence sequence) || sequence.items().isEmpty()) {
            note(entry.line(), entry.key() + " needs a list of values with at least one.");
        } else {
            for (YamlNode item : sequence.items()) {
                ParameterValue value = value(parameter, item);
                if (value != null) {
                    values.add(new Read(value, file, item.line()));
                }
            }
        }
        if (zh != null && en != null) {
            found.add(new ReadParameter(parameter, new Description(zh, en), entry.line(), values));
        }
    }

    private @Nullable ParameterValue value(Parameter parameter, YamlNode node) {
        int before = problems.size();
        String key = parameter.key();
        Map<String, YamlNode> fields = fields(node, node.line(), "a value of " + key, VALUE_KEYS);
        String place = text(fields, "place", node.line(), "a value of " + key);
        if (place != null && !Place.isPlace(place)) {
            note(
                    node.line(),
                    "'" + place + "' is not a place: write CN or a division code of 2, 4, 6, 9 or 12 digits.");
        }
        LocalDate from = date(fields, "from", node.line(), key);
        LocalDate to = fields.containsKey("to") ? date(fields, "to", node.line(), key) : null;
        LocalDate announced = fields.containsKey("announced") ? date(fields, "announced", node.line(), key) : null;
        LocalDate checkedOn = date(fields, "checkedOn", node.line(), key);
        if (from != null && to != null && to.isBefore(from)) {
            note(node.line(), "The value of " + key + " ends on " + to + ", before it begins on " + from + ".");
        }
        long amount = amount(parameter, fields, node.line());
        Citation citation = citation(fields, node.line(), key);
        Grade grade = grade(fields, node.line(), key);
        if (problems.size() > before
                || place == null
                || from == null
                || checkedOn == null
                || citation == null
                || grade == null) {
            return null;
        }
        return new ParameterValue(parameter, place, from, to, announced, amount, citation, grade, checkedOn);
    }

    private long amount(Parameter parameter, Map<String, YamlNode> fields, int line) {
        String text = text(fields, "value", line, "a value of " + parameter.key());
        if (text != null) {
            try {
                return parameter.unit().parse(text);
            } catch (IllegalArgumentException e) {
                note(line, "The value of " + parameter.key() + ": " + e.getMessage() + ".");
            }
        }
        return 0;
    }

    private @Nullable Citation citation(Map<String, YamlNode> fields, int line, String key) {
        YamlNode node = fields.get("citation");
        if (node == null) {
            note(line, "A value of " + key + " has no citation; say which document and where in it.");
            return null;
        }
        Map<String, YamlNode> parts = fields(node, node.line(), "a citation of " + key, CITATION_KEYS);
        String doc = text(parts, "doc", node.line(), "a citation of " + key);
        String article = text(parts, "article", node.line(), "a citation of " + key);
        String url = parts.containsKey("url") ? text(parts, "url", node.line(), "a citation of " + key) : null;
        return doc == null || article == null ? null : new Citation(doc, article, url);
    }

    private @Nullable Grade grade(Map<String, YamlNode> fields, int line, String key) {
        String text = text(fields, "grade", line, "a value of " + key);
        if (text == null) {
            return null;
        }
        for (Grade grade : Grade.values()) {
            if (grade.code().equals(text)) {
                return grade;
            }
        }
        note(line, "'" + text + "' is not a grade: write official, reported, derived or example.");
        return null;
    }

    private @Nullable LocalDate date(Map<String, YamlNode> fields, String field, int line, String key) {
        String text = text(fields, field, line, "a value of " + key);
        if (text == null) {
            return null;
        }
        try {
            if (text.length() == "2017-01-01".length()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // said below, as for a text of another length
        }
        note(line, "'" + text + "' under " + field + " is not a date such as 2017-03-17.");
        return null;
    }

    private @Nullable String text(Map<String, YamlNode> fields, String field, int line, String of) {
        YamlNode node = fields.get(field);
        if (node == null) {
            note(line, of + " has no " + field + "; add it.");
            return null;
        }
        if (!(node instanceof YamlNode.Text text)) {
            note(node.line(), field + " is " + node.kind() + "; it must be a value.");
            return null;
        }
        if (text.value().isBlank()
                || text.value().equals("null")
                || text.value().equals("~")) {
            note(node.line(), field + " is empty; fill it in.");
            return null;
        }
        return text.value();
    }

    /** The parts of a mapping by key; unknown and repeated keys are noted. */
    Map<String, YamlNode> fields(YamlNode node, int line, String of, Set<String> known) {
        Map<String, YamlNode> fields = new HashMap<>();
        if (!(node instanceof YamlNode.Mapping mapping)) {
            note(line, of + " is " + node.kind() + "; it must be a mapping.");
            return fields;
        }
        for (YamlNode.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key())) {
                note(entry.line(), entry.key() + " is not known in " + of + "; known are " + sorted(known) + ".");
            } else if (fields.put(entry.key(), entry.value()) != null) {
                note(entry.line(), entry.key() + " is there twice in " + of + "; keep one.");
            }
        }
        return fields;
    }

    private static String sorted(Set<String> words) {
        return String.join(", ", words.stream().sorted().toList());
    }

    void note(int line, String message) {
        problems.add(new PackProblem(file, line, message));
    }
}
