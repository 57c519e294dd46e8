package org.doudi.policy.parameters;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the small part of YAML that parameter files use: mappings, lists and values; no anchors, aliases or tags. */
final class YamlReader {
    private static final int DEEPEST = 12;

    private final String file;
    private final Iterator<Event> events;

    private YamlReader(String file, Iterator<Event> events) {
        this.file = file;
        this.events = events;
    }

    /**
     * The file's one document.
     *
     * @throws ParameterPackException when it is not YAML, or YAML of another kind
     */
    static YamlNode read(String file, String text) {
        LoadSettings settings = LoadSettings.builder().setLabel(file).build();
        try {
            return new YamlReader(file, new Parse(settings).parseString(text).iterator()).document();
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark()
                    .or(e::getContextMark)
                    .map(m -> m.getLine() + 1)
                    .orElse(0);
            throw problem(file, line, "This is not YAML: " + e.getProblem() + ".");
        } catch (YamlEngineException e) {
            throw problem(file, 0, "This is not YAML: " + e.getMessage());
        }
    }

    private YamlNode document() {
        next(Event.ID.StreamStart);
        Event start = events.next();
        if (start.getEventId() != Event.ID.DocumentStart) {
            throw problem(file, 0, "The file is empty.");
        }
        YamlNode root = node(events.next(), 0);
        next(Event.ID.DocumentEnd);
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw problem(file, line(end), "A second document starts here; write one file a subject.");
        }
        return root;
    }

    private void next(Event.ID expected) {
        Event event = events.next();
        if (event.getEventId() != expected) {
            throw problem(file, line(event), "The file does not hold one YAML document.");
        }
    }

    private YamlNode node(Event event, int depth) {
        if (depth > DEEPEST) {
            throw problem(file, line(event), "This is nested more deeply than a parameter file can be.");
        }
        if (event.getEventId() == Event.ID.Alias) {
            throw problem(file, line(event), "Aliases are not allowed; write the value out.");
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw problem(file, line(event), "Anchors are not allowed; write the value out.");
        }
        if (event instanceof ScalarEvent scalar) {
            rejectTag(scalar.getTag(), event);
            return new YamlNode.Text(line(event), scalar.getValue());
        }
        if (event instanceof CollectionStartEvent start) {
            rejectTag(start.getTag(), event);
            return event.getEventId() == Event.ID.MappingStart ? mapping(event, depth) : sequence(event, depth);
        }
        throw problem(file, line(event), "This part of YAML is not used in parameter files.");
    }

    private YamlNode mapping(Event start, int depth) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(node(event, depth + 1) instanceof YamlNode.Text key)) {
                throw problem(file, line(event), "A key is a word, not a list or a mapping.");
            }
            entries.add(new YamlNode.Entry(key.line(), key.value(), node(events.next(), depth + 1)));
        }
        return new YamlNode.Mapping(line(start), entries);
    }

    private YamlNode sequence(Event start, int depth) {
        List<YamlNode> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new YamlNode.Sequence(line(start), items);
    }

    private void rejectTag(Optional<String> tag, Event event) {
        if (tag.isPresent()) {
            throw problem(file, line(event), "Tags such as " + tag.get() + " are not allowed; write the plain value.");
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    private static ParameterPackException problem(String file, int line, String message) {
        return new ParameterPackException(List.of(new PackProblem(file, line, message)));
    }
}
