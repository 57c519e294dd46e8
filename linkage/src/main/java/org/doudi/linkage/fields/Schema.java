package org.doudi.linkage.fields;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
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
        @Nullable String id, List<Field> fields, @Nullable Double prior) {
    /**
     * One compared field.
     *
     * @param column header of its column
     * @param kind what it holds
     * @param format order of year, month and day for dates, such as {@code ddMMyyyy}; null: any usual form
     */
    public record Field(
            String column, FieldKind kind, @Nullable String format) {}

    private static final long LARGEST = 1 << 20;

    /**
     * Reads a schema.
     *
     * @throws UnreadableList if it is no schema; the message names the line and what to do
     */
    public static Schema read(Path file) throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new UnreadableList(
                        file, 0, "the schema is larger than 1 MB", "Check that this is the right file");
            }
            return new SchemaReader(file).read(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new UnreadableList(file, 0, "there is no such file", "Check the path after --config");
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new UnreadableList(file, 0, "the schema is not UTF-8 text", "Save it as UTF-8");
        }
    }
}
