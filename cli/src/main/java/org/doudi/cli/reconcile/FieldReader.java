package org.doudi.cli.reconcile;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.doudi.linkage.table.Reject;
import org.doudi.linkage.table.RowHandler;
import org.doudi.linkage.table.UnreadableList;
import org.jspecify.annotations.Nullable;

/** Reads the fields that the rolls are filled from, row by row. */
final class FieldReader implements RowHandler {
    private static final Field[] FIELDS = Field.values();

    /** Receives a row. */
    interface Rows {
        /** One row; {@code cells} is by the ordinal of {@link Field}, empty text where the list has no such column. */
        void row(long line, String[] cells);
    }

    private final Path file;
    private final Set<Field> required;
    private final Rows rows;
    private final Consumer<Reject> rejects;
    private final String[] cells = new String[FIELDS.length];
    private @Nullable Field[] columns = new Field[0];
    private long line;

    /**
     * A reader of one list.
     *
     * @param file what messages call the list
     * @param required columns without which the list cannot be used
     * @param rows receives the rows
     * @param rejects receives the rows that are broken, and the cells that were not used
     */
    FieldReader(Path file, Set<Field> required, Rows rows, Consumer<Reject> rejects) {
        this.file = file;
        this.required = required;
        this.rows = rows;
        this.rejects = rejects;
    }

    @Override
    public boolean header(long headerLine, List<String> names) {
        @Nullable Field[] found = new Field[names.size()];
        Set<Field> seen = EnumSet.noneOf(Field.class);
        for (int i = 0; i < found.length; i++) {
            Field field = meaning(names.get(i));
            if (field != null && seen.add(field)) {
                found[i] = field;
            }
        }
        if (!seen.contains(Field.NAME) && !seen.contains(Field.ID_NUMBER)) {
            return false;
        }
        Set<Field> missing = EnumSet.noneOf(Field.class);
        missing.addAll(required);
        missing.removeAll(seen);
        if (!missing.isEmpty()) {
            throw new UnreadableList(
                    file,
                    headerLine,
                    "没有这几列：" + words(missing) + " (columns missing)",
                    "Add the columns, or ask the sender for them");
        }
        columns = found;
        return true;
    }

    private static @Nullable Field meaning(String header) {
        String plain = header.replaceAll("[(（\\[【].*?[)）\\]】]", "").strip().toLowerCase(Locale.ROOT);
        for (Field field : FIELDS) {
            for (String known : field.headers()) {
                if (known.toLowerCase(Locale.ROOT).equals(plain)) {
                    return field;
                }
            }
        }
        return null;
    }

    private static String words(Set<Field> fields) {
        return fields.stream().map(field -> field.headers().get(0)).collect(Collectors.joining("、"));
    }

    @Override
    public String expectedHeader() {
        return words(required.isEmpty() ? EnumSet.of(Field.NAME) : required);
    }

    @Override
    public void beginRow(long rowLine) {
        line = rowLine;
        for (int i = 0; i < cells.length; i++) {
            cells[i] = "";
        }
    }

    @Override
    public void cell(int column, char[] buffer, int offset, int length) {
        Field field = column < columns.length ? columns[column] : null;
        if (field != null) {
            cells[field.ordinal()] = new String(buffer, offset, length).strip();
        }
    }

    @Override
    public void endRow() {
        rows.row(line, cells);
    }

    @Override
    public void abandonRow() {
        // a broken row comes back as a reject
    }

    @Override
    public void reject(Reject reject) {
        rejects.accept(reject);
    }
}
