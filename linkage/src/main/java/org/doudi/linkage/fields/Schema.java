package org.doudi.linkage.fields;

import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.doudi.linkage.score.PatternSpace;
import org.doudi.linkage.table.UnreadableList;
import org.jspecify.annotations.Nullable;

/**
 * What the records of a list are like.
 *
 * @param id column of the row's key; null: rows go by their number
 * @param fields the compared fields
 * @param prior share of matching pairs among all pairs; null: learned
 */
public record Schema(
        @Nullable String id, List<Field> fields, @Nullable Double prior) implements Serializable {
    /**
     * One compared field.
     *
     * @param column header of its column
     * @param kind what it holds
     * @param format order of year, month and day for dates, such as {@code ddMMyyyy}; null: any usual form
     */
    public record Field(
            String column, FieldKind kind, @Nullable String format) implements Serializable {}

    /** Bytes of the largest schema. */
    public static final int LARGEST = 1 << 20;

    /**
     * Reads a schema.
     *
     * @throws UnreadableList if it is no schema; the message names the line and what to do
     */
    public static Schema read(Path file) throws IOException {
        try {
            return of(file, Files.size(file) > LARGEST ? new byte[LARGEST + 1] : Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw absent(file);
        }
    }

    /** A schema that is not there. */
    public static UnreadableList absent(Path file) {
        return new UnreadableList(file, 0, "there is no such file", "Check the path after --config");
    }

    /**
     * Reads a schema whose bytes are at hand.
     *
     * @param file what messages call it
     * @param text its bytes; of one that is larger than {@link #LARGEST}, more than so many
     * @throws UnreadableList if it is no schema; the message names the line and what to do
     */
    public static Schema of(Path file, byte[] text) {
        if (text.length > LARGEST) {
            throw new UnreadableList(file, 0, "the schema is larger than 1 MB", "Check that this is the right file");
        }
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
            Schema schema = new SchemaReader(file).read(decoded);
            schema.space();
            return schema;
        } catch (CharacterCodingException e) {
            throw new UnreadableList(file, 0, "the schema is not UTF-8 text", "Save it as UTF-8");
        } catch (IllegalArgumentException e) {
            throw new UnreadableList(file, 0, String.valueOf(e.getMessage()), "Leave out the fields that say least");
        }
    }

    /** All that can be seen between two records. */
    PatternSpace space() {
        return new PatternSpace(fields.stream()
                .map(field ->
                        new PatternSpace.Field(field.column(), field.kind().levels()))
                .toList());
    }
}
