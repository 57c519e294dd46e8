package org.doudi.policy.parameters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.doudi.policy.Parameter;
import org.doudi.policy.ParameterValue;
import org.jspecify.annotations.Nullable;

/** Finds the files of a pack, reads them and checks them together. */
final class PackLoader {
    private static final String INDEX = "pack.yaml";
    private static final Set<String> INDEX_KEYS = Set.of("pack", "edition", "zh", "en", "subjects");
    private static final int LARGEST_FILE = 1 << 20;

    private final List<PackProblem> problems = new ArrayList<>();
    private final Map<Parameter, Description> descriptions = new EnumMap<>(Parameter.class);
    private final Map<String, PackProblem> origins = new HashMap<>();

    private final Set<String> subjects = new HashSet<>();

    private PackLoader() {}

    /** Where the files of a pack are. */
    private interface Source {
        /** The text of a file, or null when there is none. */
        byte @Nullable [] bytes(String file) throws IOException;
    }

    static ParameterPack builtIn(String id) {
        return new PackLoader().load(file -> {
            try (InputStream in = PackLoader.class.getResourceAsStream(id + "/" + file)) {
                return in == null ? null : in.readAllBytes();
            }
        });
    }

    static ParameterPack directory(Path directory) {
        PackLoader loader = new PackLoader();
        if (!Files.isDirectory(directory)) {
            throw loader.failed(directory.toString(), 0, "There is no such directory with parameters.");
        }
        ParameterPack pack = loader.load(file -> {
            Path path = directory.resolve(file);
            if (!Files.isRegularFile(path)) {
                return null;
            }
            try (InputStream in = Files.newInputStream(path)) {
                return in.readNBytes(LARGEST_FILE + 1);
            }
        });
        loader.rejectStrayFiles(directory);
        return pack;
    }

    /** A file that the index does not name would be ignored, and somebody believes that its values hold. */
    private void rejectStrayFiles(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path path : files.sorted().toList()) {
                String name = String.valueOf(path.getFileName());
                boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
                if (yaml && !name.equals(INDEX) && !subjects.contains(name)) {
                    problems.add(new PackProblem(
                            name, 0, "The file is not among the subjects of pack.yaml; add it or remove it."));
                }
            }
        } catch (IOException e) {
            problems.add(new PackProblem(directory.toString(), 0, "The directory cannot be listed: " + e.getMessage()));
        }
        throwProblems();
    }

    private ParameterPack load(Source source) {
        Map<String, YamlNode> index = index(source);
        String id = word(index, "pack");
        String edition = word(index, "edition");
        Map<Parameter, Map<String, List<ParameterValue>>> collected = new EnumMap<>(Parameter.class);
        if (index.get("subjects") instanceof YamlNode.Sequence list) {
            for (YamlNode item : list.items()) {
                subject(source, item, collected);
            }
        } else {
            problems.add(new PackProblem(INDEX, 0, "subjects must be the list of the pack's files, without .yaml."));
        }
        throwProblems();
        Values values = new Values();
        collected.forEach((parameter, places) ->
                places.forEach((place, found) -> values.put(parameter, place, Periods.of(found, this::note))));
        throwProblems();
        PackCheck.check(values, this::note);
        throwProblems();
        return new ParameterPack(id, edition, descriptions, values);
    }

    private Map<String, YamlNode> index(Source source) {
        String text = text(source, INDEX);
        if (text == null) {
            throw failed(INDEX, 0, "The pack has no pack.yaml, which names the pack, its edition and its subjects.");
        }
        ParameterFile file = new ParameterFile(INDEX, problems);
        return file.fields(YamlReader.read(INDEX, text), 1, "pack.yaml", INDEX_KEYS);
    }

    private String word(Map<String, YamlNode> index, String field) {
        if (index.get(field) instanceof YamlNode.Text text && text.value().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            return text.value();
        }
        throw failed(INDEX, 0, field + " must be there: letters, digits, point, dash and underscore only.");
    }

    private void subject(Source source, YamlNode item, Map<Parameter, Map<String, List<ParameterValue>>> collected) {
        if (!(item instanceof YamlNode.Text text) || !text.value().matches("[a-z0-9-]{1,64}")) {
            problems.add(new PackProblem(
                    INDEX, item.line(), "A subject is a file name without .yaml: small letters, digits and dash."));
            return;
        }
        String name = text.value() + ".yaml";
        if (!subjects.add(name)) {
            problems.add(new PackProblem(INDEX, item.line(), text.value() + " is named twice."));
            return;
        }
        String content = text(source, name);
        if (content == null) {
            problems.add(new PackProblem(INDEX, item.line(), "There is no file " + name + "."));
            return;
        }
        try {
            for (ParameterFile.ReadParameter read : new ParameterFile(name, problems).read(content)) {
                collect(name, read, collected);
            }
        } catch (ParameterPackException e) {
            problems.addAll(e.problems());
        }
    }

    private void collect(
            String name,
            ParameterFile.ReadParameter read,
            Map<Parameter, Map<String, List<ParameterValue>>> collected) {
        if (descriptions.putIfAbsent(read.parameter(), read.description()) != null) {
            problems.add(new PackProblem(
                    name, read.line(), read.parameter().key() + " is in another file too; put all its values in one."));
            return;
        }
        for (ParameterFile.Read value : read.values()) {
            origins.put(key(value.value()), new PackProblem(value.file(), value.line(), ""));
            collected
                    .computeIfAbsent(read.parameter(), p -> new LinkedHashMap<>())
                    .computeIfAbsent(value.value().place(), p -> new ArrayList<>())
                    .add(value.value());
        }
    }

    private void note(ParameterValue value, String message) {
        PackProblem origin = origins.getOrDefault(
                key(value), new PackProblem(value.parameter().key(), 0, ""));
        problems.add(new PackProblem(origin.file(), origin.line(), message));
    }

    /** A value is known by where and from when it holds; its end is filled in later. */
    private static String key(ParameterValue value) {
        return value.parameter().key() + '|' + value.place() + '|' + value.from();
    }

    private @Nullable String text(Source source, String file) {
        try {
            byte[] bytes = source.bytes(file);
            if (bytes == null) {
                return null;
            }
            if (bytes.length > LARGEST_FILE) {
                throw failed(file, 0, "The file is larger than a parameter file can be (1 MiB).");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw failed(file, 0, "The file is not UTF-8.");
        } catch (IOException e) {
            throw failed(file, 0, "The file cannot be read: " + e.getMessage());
        }
    }

    private ParameterPackException failed(String file, int line, String message) {
        problems.add(new PackProblem(file, line, message));
        return new ParameterPackException(problems);
    }

    private void throwProblems() {
        if (!problems.isEmpty()) {
            throw new ParameterPackException(problems);
        }
    }
}
