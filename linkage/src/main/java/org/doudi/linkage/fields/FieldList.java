package org.doudi.linkage.fields;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.doudi.linkage.table.ListReader;
import org.doudi.linkage.table.ListTaker;
import org.doudi.linkage.table.ReadList;
import org.doudi.linkage.table.Reject;
import org.doudi.linkage.table.RowKeys;
import org.doudi.linkage.table.UnreadableList;

/** Reads lists of records. */
public final class FieldList {
    private FieldList() {}

    /** Reads a list whose rows come after those that are there already. */
    static ReadList read(Path file, FieldRows into) throws IOException {
        Reader reader = new Reader(file, into);
        ListReader.read(file, reader);
        return reader.list();
    }

    /**
     * Takes a list of records.
     *
     * @param name what messages call it
     */
    public static ListTaker<FieldRows> taker(Path name, Schema schema) {
        return new Reader(name, new FieldRows(schema));
    }

    private static final class Reader implements ListTaker<FieldRows> {
        private final Path file;
        private final Schema schema;
        private final FieldRows rows;
        private final RowKeys keys = new RowKeys();
        private final List<Reject> rejects = new ArrayList<>();
        private final int[] current;
        private int[] fieldOf = new int[0];
        private int keyColumn = -1;
        private String key = "";
        private long line;
        private long rowsIn;

        Reader(Path file, FieldRows rows) {
            this.file = file;
            this.schema = rows.schema();
            this.rows = rows;
            this.current = new int[rows.fields()];
        }

        @Override
        public boolean header(long headerLine, List<String> names) {
            List<String> plain =
                    names.stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
            int[] found = new int[names.size()];
            Arrays.fill(found, -1);
            List<String> missing = new ArrayList<>();
            for (int f = 0; f < schema.fields().size(); f++) {
                String column = schema.fields().get(f).column();
                int at = position(headerLine, plain, column);
                if (at < 0) {
                    missing.add(column);
                } else {
                    found[at] = f;
                }
            }
            if (missing.size() == schema.fields().size()) {
                return false;
            }
            if (!missing.isEmpty()) {
                throw new UnreadableList(
                        file,
                        headerLine,
                        "the schema names columns that the header lacks: " + String.join(", ", missing)
                                + "; the header has " + Reject.shown(String.join(", ", names)),
                        "Correct the schema or the header");
            }
            String id = schema.id();
            if (id != null) {
                keyColumn = position(headerLine, plain, id);
                if (keyColumn < 0) {
                    throw new UnreadableList(
                            file,
                            headerLine,
                            "the header lacks the column " + id + ", which the schema names as the row's key",
                            "Correct the schema or the header");
                }
            }
            fieldOf = found;
            return true;
        }

        private int position(long headerLine, List<String> names, String column) {
            String plain = column.toLowerCase(Locale.ROOT);
            int at = names.indexOf(plain);
            if (at >= 0 && names.lastIndexOf(plain) != at) {
                throw new UnreadableList(
                        file, headerLine, "the header names the column " + column + " twice", "Rename one of the two");
            }
            return at;
        }

        @Override
        public String expectedHeader() {
            return "the columns of the schema: "
                    + String.join(
                            ", ",
                            schema.fields().stream().map(Schema.Field::column).toList());
        }

        @Override
        public void beginRow(long rowLine) {
            line = rowLine;
            rowsIn++;
            key = "";
            Arrays.fill(current, 0);
        }

        @Override
        public void cell(int column, char[] buffer, int offset, int length) {
            if (column == keyColumn) {
                key = new String(buffer, offset, length).strip();
            }
            int field = fieldOf[column];
            if (field >= 0) {
                Schema.Field described = schema.fields().get(field);
                String folded = Fold.value(described, new String(buffer, offset, length));
                current[field] = folded.isEmpty() ? 0 : rows.number(field, folded);
            }
        }

        @Override
        public void endRow() {
            boolean empty = true;
            for (int value : current) {
                empty &= value == 0;
            }
            if (empty) {
                rejects.add(new Reject(
                        line, "", "", "the row holds nothing to compare", "Fill at least one field", Reject.Scope.ROW));
                return;
            }
            rows.add(current);
            if (key.isEmpty()) {
                keys.addNumber(line, rowsIn);
            } else {
                keys.add(line, key.toCharArray(), 0, key.length());
            }
        }

        @Override
        public void abandonRow() {
            // the row was counted; it comes back as a reject
        }

        @Override
        public void reject(Reject reject) {
            rejects.add(reject);
        }

        @Override
        public FieldRows rows() {
            return rows;
        }

        @Override
        public ReadList list() {
            return new ReadList(file, keys, rowsIn, List.copyOf(rejects));
        }
    }
}
