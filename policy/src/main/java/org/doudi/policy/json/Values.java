package org.doudi.policy.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.doudi.policy.json.InputError.Code;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads single values off a parser and notes what is wrong with them; the path is put together only when it is needed. */
final class Values {
    private static final long NO_AMOUNT = -1;
    private static final int LONGEST_QUOTE = 40;
    private static final int DATE_LENGTH = 10;
    private static final int MOST_INT_DIGITS = 9;

    private final JsonParser parser;
    private final List<InputError> errors = new ArrayList<>(0);
    private String parent = "";
    private int index = -1;

    Values(JsonParser parser) {
        this.parser = parser;
    }

    JsonParser parser() {
        return parser;
    }

    List<InputError> errors() {
        return errors;
    }

    /** From here on paths begin with this; an index below 0 means none. */
    void within(String newParent, int newIndex) {
        parent = newParent;
        index = newIndex;
    }

    void error(String field, Code code, String message) {
        errors.add(new InputError(path(field), code, message));
    }

    void errorAt(String path, Code code, String message) {
        errors.add(new InputError(path, code, message));
    }

    private String path(String field) {
        String owner = index < 0 ? parent : parent + "[" + index + "]";
        return owner.isEmpty() ? field : field.isEmpty() ? owner : owner + "." + field;
    }

    /** Notes a field that does not exist and passes over its value. */
    void unknownField(String field) {
        String name = Texts.printable(Texts.shortened(field, LONGEST_QUOTE));
        error(name, Code.UNKNOWN_FIELD, "There is no field " + name + " here.");
        skip();
    }

    /** Notes a repeated field; its second value is read and forgotten by the caller. */
    void duplicateField(String field) {
        error(field, Code.DUPLICATE_FIELD, field + " is there twice.");
    }

    /** The next field of the object at hand, with the parser on its value; null at the object's end. */
    @Nullable
    String nextField() {
        String name = parser.nextName();
        if (name != null) {
            parser.nextToken();
        }
        return name;
    }

    /**
     * Notes that a field was seen.
     *
     * @param had the bits of the fields seen before
     * @param bit the bit of this field; 0 for one that does not count
     * @return the bits of all seen
     */
    int once(int had, int bit, String field) {
        if ((had & bit) != 0) {
            duplicateField(field);
        }
        return had | bit;
    }

    /** Notes that a field is missing unless its bit is among those seen. */
    void need(int had, int bit, String field) {
        if ((had & bit) == 0) {
            missing(field);
        }
    }

    void missing(String field) {
        error(field, Code.MISSING_FIELD, field + " must be there.");
    }

    void wrongType(String field, String expected) {
        error(field, Code.WRONG_TYPE, (field.isEmpty() ? "This" : field) + " must be " + expected + ".");
        skip();
    }

    /** Passes over the value that the parser stands at. */
    void skip() {
        parser.skipChildren();
    }

    boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /** An id: a text that is not empty and can be written back. */
    @Nullable
    String id(String field) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            wrongType(field, "a text");
            return null;
        }
        String text = parser.getString();
        if (text.isEmpty()) {
            error(field, Code.BAD_TEXT, field + " is empty.");
            return null;
        }
        if (!Texts.isWhole(text)) {
            error(field, Code.BAD_TEXT, field + " holds half a character.");
            return null;
        }
        return text;
    }

    boolean yesNo(String field, boolean otherwise) {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_TRUE) {
            return true;
        }
        if (token == JsonToken.VALUE_FALSE) {
            return false;
        }
        wrongType(field, "true or false");
        return otherwise;
    }

    /** A whole number in a range, or the lowest allowed one with an error. */
    int number(String field, int lowest, int highest) {
        if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            wrongType(field, "a whole number");
            return lowest;
        }
        int value = parser.getStringLength() > MOST_INT_DIGITS ? Integer.MIN_VALUE : parser.getIntValue();
        if (value < lowest || value > highest) {
            String range =
                    highest == Integer.MAX_VALUE ? "not negative and at most 999999999" : lowest + " to " + highest;
            error(field, Code.OUT_OF_RANGE, field + " must be " + range + ".");
            return lowest;
        }
        return value;
    }

    <E extends Enum<E>> @Nullable E code(String field, Codes<E> codes) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            wrongType(field, "one of " + codes.all());
            return null;
        }
        E found = codes.find(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
        if (found == null) {
            error(field, Code.UNKNOWN_CODE, quoted() + " is not one of " + codes.all() + ".");
        }
        return found;
    }

    @Nullable
    LocalDate date(String field) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            wrongType(field, "a date such as \"2017-06-20\"");
            return null;
        }
        char[] text = parser.getStringCharacters();
        int at = parser.getStringOffset();
        if (parser.getStringLength() == DATE_LENGTH && text[at + 4] == '-' && text[at + 7] == '-') {
            int year = digits(text, at, 4);
            int month = digits(text, at + 5, 2);
            int day = digits(text, at + 8, 2);
            if (year >= 0 && month >= 0 && day >= 0) {
                try {
                    return LocalDate.of(year, month, day);
                } catch (DateTimeException e) {
                    // no such day: said below
                }
            }
        }
        error(field, Code.BAD_DATE, quoted() + " is not a date such as 2017-06-20.");
        return null;
    }

    private static int digits(char[] text, int from, int count) {
        int value = 0;
        for (int i = from; i < from + count; i++) {
            char c = text[i];
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    /** An amount in fen; 0 with an error when it is none. */
    long money(String field) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            wrongType(field, "an amount as a text, such as \"6400.00\"");
            return 0;
        }
        long fen = fen(parser.getStringCharacters(), parser.getStringOffset(), parser.getStringLength());
        if (fen == NO_AMOUNT) {
            error(
                    field,
                    Code.BAD_MONEY,
                    quoted()
                            + " is not an amount in yuan that can be held: digits, and at most two decimals after a point.");
            return 0;
        }
        return fen;
    }

    /** Digits with at most two decimals as fen, or {@link #NO_AMOUNT}. */
    static long fen(char[] text, int offset, int length) {
        long fen = 0;
        int decimals = -1;
        for (int i = offset; i < offset + length; i++) {
            char c = text[i];
            if (c >= '0' && c <= '9') {
                if (decimals == 2 || fen > (Long.MAX_VALUE / 100 - 9) / 10) {
                    return NO_AMOUNT;
                }
                fen = fen * 10 + (c - '0');
                decimals = decimals < 0 ? decimals : decimals + 1;
            } else if (c == '.' && decimals < 0 && i > offset) {
                decimals = 0;
            } else {
                return NO_AMOUNT;
            }
        }
        return switch (decimals) {
            case -1 -> length == 0 ? NO_AMOUNT : fen * 100;
            case 0 -> NO_AMOUNT;
            case 1 -> fen * 10;
            default -> fen;
        };
    }

    private String quoted() {
        return "'" + Texts.printable(Texts.shortened(parser.getString(), LONGEST_QUOTE)) + "'";
    }
}
