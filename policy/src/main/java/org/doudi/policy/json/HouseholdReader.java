package org.doudi.policy.json;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.doudi.policy.json.InputError.Code;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Reads a household from one line of JSON. Whatever the line holds, the answer is a {@link Line}: a household, or everything that is
 * wrong with it. Safe for use by several threads.
 */
public final class HouseholdReader {
    /** Lines are UTF-8 and nothing else; names are interned, so that telling them apart is a comparison of references. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
            .enable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .recyclerPool(JsonRecyclerPools.threadLocalPool())
            .build();

    private static final int[] BYTE_ORDER_MARK = {0xef, 0xbb, 0xbf};

    /** Makes a reader. */
    public HouseholdReader() {}

    /** Reads a line that is a text. */
    public Line read(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return read(bytes, 0, bytes.length, 1);
    }

    /**
     * Reads a line of UTF-8.
     *
     * @param bytes where the line is
     * @param offset where it begins
     * @param length how long it is, without its end
     * @param number its number in its file, for messages
     */
    public Line read(byte[] bytes, int offset, int length, long number) {
        int mark = byteOrderMark(bytes, offset, length);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), bytes, offset + mark, length - mark)) {
            HouseholdParser household = new HouseholdParser(parser);
            try {
                return household.parse()
                        ? new Line.Accepted(household.household())
                        : new Line.Rejected(household.householdId(), household.errors());
            } catch (StreamConstraintsException e) {
                String message = "Line " + number + " is nested too deeply or holds a word or number that is too long.";
                return rejected(household, Code.LIMIT_EXCEEDED, message);
            } catch (JacksonException e) {
                return rejected(household, Code.NOT_JSON, notJson(parser, number));
            }
        } catch (JacksonException e) {
            String message = "Line " + number + " is not JSON in UTF-8.";
            return new Line.Rejected(null, List.of(new InputError("", Code.NOT_JSON, message)));
        }
    }

    /** How many bytes of a line are a byte-order mark, which some editors put before the first. */
    private static int byteOrderMark(byte[] bytes, int offset, int length) {
        if (length < BYTE_ORDER_MARK.length) {
            return 0;
        }
        for (int i = 0; i < BYTE_ORDER_MARK.length; i++) {
            if ((bytes[offset + i] & 0xff) != BYTE_ORDER_MARK[i]) {
                return 0;
            }
        }
        return BYTE_ORDER_MARK.length;
    }

    private static String notJson(JsonParser parser, long number) {
        return "Line " + number + " stops being JSON at character "
                + parser.currentLocation().getColumnNr() + ".";
    }

    private static Line.Rejected rejected(HouseholdParser household, Code code, String message) {
        household.errors().add(new InputError("", code, message));
        return new Line.Rejected(household.householdId(), household.errors());
    }

    /** What is answered for a line that is too long to be read, of which only the beginning is there. */
    static Line.Rejected tooLong(byte[] beginning, int offset, int length, long number, int longest) {
        String message = "Line " + number + " is longer than a household can be (" + longest + " bytes).";
        return new Line.Rejected(
                idIn(beginning, offset, length), List.of(new InputError("", Code.LINE_TOO_LONG, message)));
    }

    private static @Nullable String idIn(byte[] beginning, int offset, int length) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), beginning, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                JsonToken token = parser.nextToken();
                if (name.equals("householdId") && token == JsonToken.VALUE_STRING) {
                    String id = parser.getString();
                    return !id.isEmpty() && Texts.isWhole(id) ? id : null;
                }
                parser.skipChildren();
            }
        } catch (JacksonException e) {
            // the beginning of a line ends somewhere: there is no id before that place
        }
        return null;
    }
}
