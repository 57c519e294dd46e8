package org.doudi.policy.json;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.doudi.policy.Household;
import org.doudi.policy.parameters.ParameterPack;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** JSON as maps, lists, strings, numbers and booleans, for tests to look at. */
public final class Json {
    private static final JsonFactory JSON =
            JsonFactory.builder().rootValueSeparator("\n").build();
    public static final ParameterPack PACK = ParameterPack.load();

    private Json() {}

    /** What a text of JSON holds. */
    public static @Nullable Object parse(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            return value(parser);
        }
    }

    /** The same for an object. */
    @SuppressWarnings("unchecked")
    public static Map<String, @Nullable Object> object(String text) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(parse(text));
    }

    private static @Nullable Object value(JsonParser parser) {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                    parser.nextToken();
                    map.put(name, value(parser));
                }
                return map;
            }
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                return list;
            }
            case VALUE_STRING -> {
                return parser.getString();
            }
            case VALUE_NUMBER_INT -> {
                return parser.getLongValue();
            }
            case VALUE_TRUE -> {
                return true;
            }
            case VALUE_FALSE -> {
                return false;
            }
            case VALUE_NULL -> {
                return null;
            }
            default -> throw new IllegalStateException("no test needs " + parser.currentToken());
        }
    }

    /** A household as a line. */
    public static String write(Household household) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            new HouseholdWriter().write(household, json);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The answer to a line. */
    public static Map<String, @Nullable Object> answer(String line) {
        return object(answers(line).get(0));
    }

    /** The answers to lines, as the command gives them. */
    public static List<String> answers(String lines) {
        return answers(lines.getBytes(StandardCharsets.UTF_8));
    }

    /** The answers to bytes. */
    public static List<String> answers(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LineAssessor assessor = new LineAssessor(PACK, LineAssessor.Detail.NOTHING);
        JsonLines lines = new JsonLines(new ByteArrayInputStream(bytes));
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            for (JsonLines.Batch batch = lines.next(); batch != null; batch = lines.next()) {
                for (int i = 0; i < batch.count(); i++) {
                    if (batch.tooLong(i)) {
                        assessor.tooLong(batch.bytes(), batch.offset(i), batch.length(i), batch.number(i), json);
                    } else {
                        assessor.answer(batch.bytes(), batch.offset(i), batch.length(i), batch.number(i), json);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = out.toString(StandardCharsets.UTF_8);
        return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }

    /** The lines of a test resource. */
    public static List<String> resource(String name) {
        try (InputStream in = Json.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no test resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
