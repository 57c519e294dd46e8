package org.doudi.server.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.doudi.server.exchange.IncomingLists.Upload;
import org.doudi.server.exchange.SharingRefused.Cause;
import org.doudi.server.exchange.container.Csv;
import org.doudi.server.exchange.container.DeliveryFile;
import org.doudi.server.exchange.container.DeliveryHead;
import org.doudi.server.exchange.store.IncomingStore;
import org.doudi.server.registry.HandedKeys;
import org.doudi.server.registry.ListColumn;
import org.doudi.server.registry.ListImports;
import org.doudi.server.registry.ListKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of a list that was handed in, as the registry reads the lists of departments. */
@Component
class IncomingSheets {
    private static final Map<SharedList, ListKind> KINDS = Map.of(
            SharedList.DIBAO,
            ListKind.DIBAO,
            SharedList.TEKUN,
            ListKind.TEKUN,
            SharedList.REGISTER,
            ListKind.REGISTER,
            SharedList.LIFTED,
            ListKind.LIFTED);
    private static final Map<SharedField, ListColumn> COLUMNS = new EnumMap<>(Map.of(
            SharedField.CAUSE,
            ListColumn.CAUSE,
            SharedField.NAME,
            ListColumn.NAME,
            SharedField.ID_NUMBER,
            ListColumn.ID_NUMBER,
            SharedField.VILLAGE,
            ListColumn.VILLAGE,
            SharedField.SINCE,
            ListColumn.SINCE,
            SharedField.MONTHLY_YUAN,
            ListColumn.MONTHLY,
            SharedField.LIFTED_ON,
            ListColumn.LIFTED_ON,
            SharedField.THROUGH_PROGRAMME,
            ListColumn.THROUGH_PROGRAMME));

    private final IncomingStore store;
    private final ListImports imports;

    IncomingSheets(IncomingStore store, ListImports imports) {
        this.store = store;
        this.imports = imports;
    }

    /** Whether the registry reads such a list. */
    static boolean knows(SharedList list) {
        return KINDS.containsKey(list);
    }

    /** What the registry calls such a list. */
    static Optional<ListKind> kind(SharedList list) {
        return Optional.ofNullable(KINDS.get(list));
    }

    private static SharingRefused refused(Cause cause, Upload upload) {
        return new SharingRefused(cause, upload.list(), upload.list().receiver());
    }

    /** Hands the rows on to where the lists of a department are read, and begins to write them. */
    long hand(Upload upload, DeliveryHead head) {
        List<SharedField> fields = new ArrayList<>();
        try {
            head.terms().fields().forEach(name -> fields.add(SharedField.valueOf(name)));
        } catch (IllegalArgumentException e) {
            throw refused(Cause.FIELDS, upload);
        }
        ListKind kind = Objects.requireNonNull(KINDS.get(upload.list()));
        Map<ListColumn, Integer> columns = new EnumMap<>(ListColumn.class);
        for (int i = 0; i < fields.size(); i++) {
            ListColumn column = COLUMNS.get(fields.get(i));
            if (column != null) {
                columns.put(column, i + 1);
            }
        }
        if (!columns.keySet().containsAll(kind.needed())) {
            throw refused(Cause.OTHER_FIELDS, upload);
        }
        return read(kind, head, columns, out -> write(upload, fields, out));
    }

    /** Writes the rows of a list as they are read from a file. */
    interface Rows {
        void write(OutputStream sheet) throws IOException;
    }

    /** Reads rows as a list of one's department, and begins to write them. */
    long read(ListKind kind, DeliveryHead head, Map<ListColumn, Integer> columns, Rows rows) {
        Path sheet = null;
        try {
            sheet = Files.createTempFile("doudi-incoming", ".csv");
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(sheet))) {
                rows.write(out);
            }
            long id = imports.read(kind, head.channel() + "-" + head.version() + ".csv", sheet);
            imports.run(id, columns, LocalDate.parse(head.madeOn()));
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(sheet);
        }
    }

    private static void delete(@Nullable Path sheet) {
        try {
            if (sheet != null) {
                Files.deleteIfExists(sheet);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Upload upload, List<SharedField> fields, OutputStream out) throws IOException {
        List<String> names = new ArrayList<>(List.of(HandedKeys.COLUMN));
        for (SharedField field : fields) {
            ListColumn column = COLUMNS.get(field);
            names.add(column == null ? field.name() : column.headers().get(0));
        }
        out.write(Csv.line(names));
        rows(upload, fields.size(), cells -> {
            List<String> row = new ArrayList<>(List.of(cells.get(0)));
            for (int i = 0; i < fields.size(); i++) {
                row.add(said(fields.get(i), cells.get(i + 2)));
            }
            try {
                out.write(Csv.line(row));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * Reads the rows of a file that are on its list; those that left it are passed over.
     *
     * @param fields how many columns there are behind the row's key and its change
     */
    void rows(Upload upload, int fields, Consumer<List<String>> to) throws IOException {
        int[] line = {0};
        try (InputStream in = store.bytes(upload)) {
            DeliveryFile.rows(in, cells -> {
                if (cells.size() != fields + DeliveryFile.COLUMNS.size()) {
                    throw refused(Cause.BROKEN, upload);
                }
                if (line[0]++ > 0 && !RowChange.GONE.name().equals(cells.get(1))) {
                    to.accept(cells);
                }
            });
        }
    }

    private static String said(SharedField field, String cell) {
        if (field != SharedField.THROUGH_PROGRAMME) {
            return cell;
        }
        return Boolean.parseBoolean(cell) ? "是" : "否";
    }
}
