package org.doudi.policy.json;

/**
 * Something in a line that keeps the household from being assessed.
 *
 * @param path where, such as {@code members[0].birthDate}; empty for the line as a whole
 * @param code what kind of error
 * @param message what is wrong and what is expected
 */
public record InputError(String path, Code code, String message) {
    /** The kinds of error. */
    public enum Code {
        /** The line is not JSON. */
        NOT_JSON,
        /** The line is longer than a household can be. */
        LINE_TOO_LONG,
        /** Nested too deeply, or a word or number that is too long. */
        LIMIT_EXCEEDED,
        /** A field that does not exist. */
        UNKNOWN_FIELD,
        /** A field that is there twice. */
        DUPLICATE_FIELD,
        /** A field that must be there. */
        MISSING_FIELD,
        /** Another type of value than the field has. */
        WRONG_TYPE,
        /** A code that does not exist. */
        UNKNOWN_CODE,
        /** Not an amount of money. */
        BAD_MONEY,
        /** Not a date. */
        BAD_DATE,
        /** A number that is not allowed. */
        OUT_OF_RANGE,
        /** An empty id, or characters that are none. */
        BAD_TEXT,
        /** Not a village code of 12 digits. */
        BAD_VILLAGE,
        /** No members. */
        NO_MEMBERS,
        /** Two members with one id. */
        DUPLICATE_MEMBER,
        /** An entry for somebody who is not a member. */
        UNKNOWN_MEMBER,
        /** A date after the day of the assessment. */
        DATE_AFTER_ASSESSMENT,
        /** Lifted out, but not when. */
        MISSING_LIFTED_ON,
        /** No value of a needed parameter for the place and day. */
        NO_PARAMETER,
        /** Amounts whose sum cannot be held exactly. */
        AMOUNT_TOO_LARGE
    }
}
