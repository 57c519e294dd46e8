package org.doudi.server.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import org.doudi.policy.Assessment;
import org.doudi.server.exchange.container.Csv;
import org.doudi.server.exchange.container.DeliveryFile;
import org.doudi.server.exchange.container.DeliveryHead.Content;
import org.doudi.server.exchange.container.Lines;
import org.doudi.server.exchange.container.Sm3;
import org.doudi.server.exchange.store.EntryStore.Entry;
import org.doudi.server.exchange.store.SharedListStore;
import org.doudi.server.exchange.store.SharedListStore.Gone;
import org.doudi.server.exchange.store.SharedListStore.Row;
import org.doudi.server.registry.Households;
import org.doudi.server.shell.Today;

/**
 * Writes the lines of one delivery: only what was agreed, each with its change since the delivery before. A line goes on as soon as it is
 * written, so that a list of any length needs the memory of some lines.
 */
final class RowWriter {
    private static final int KEY_DIGITS = 32;
    private static final int AT_ONCE = 1000;

    private final List<SharedField> fields;
    private final byte[] secret;
    private final ObjIntConsumer<byte[]> parts;
    private final Consumer<List<Entry>> entries;
    private final Lines lines = new Lines();
    private final List<Entry> waiting = new ArrayList<>();
    private final byte[] part = new byte[Delivery.PART_BYTES];
    private int filled;
    private int given;
    private final long[] counts = new long[RowChange.values().length];

    RowWriter(List<SharedField> fields, byte[] secret, ObjIntConsumer<byte[]> parts, Consumer<List<Entry>> entries) {
        this.fields = fields;
        this.secret = secret;
        this.parts = parts;
        this.entries = entries;
        List<String> names = new ArrayList<>(DeliveryFile.COLUMNS);
        fields.forEach(f -> names.add(f.name()));
        line(names);
    }

    /** What a row needs that does not stand in it. */
    record Sources(SharedListStore list, Households households, LocalDate day, Today today) {
        private String of(SharedField field, Row row) {
            return switch (field) {
                case HOUSEHOLD_NUMBER -> row.number();
                case NAME -> row.name();
                case ID_NUMBER -> list.idNumber(row);
                case MASKED_ID_NUMBER -> row.maskedIdNumber();
                case VILLAGE -> row.village();
                case MEMBERS -> Integer.toString(row.members());
                case SINCE -> row.since();
                case MONTHLY_YUAN -> row.monthly();
                case CAUSE -> row.cause();
                case LIFTED_ON -> row.liftedOn();
                case THROUGH_PROGRAMME -> row.throughProgramme();
                case INCOME_PER_HEAD_YUAN -> incomePerHead(row);
                case DISABILITY_CATEGORY -> row.category();
                case DISABILITY_LEVEL -> row.level();
                case ON_ROLLS -> row.rolls();
            };
        }

        /** Nothing where nothing is known, or the household does not agree to the check. */
        private String incomePerHead(Row row) {
            try {
                Assessment assessed = households.assess(row.household(), day, today.now());
                return assessed.register() == null
                        ? ""
                        : Assessment.yuan(assessed.registerIncomeFen()
                                / assessed.household().size());
            } catch (NoSuchElementException e) {
                return "";
            }
        }
    }

    void row(Row row, Sources sources) {
        String key =
                Sm3.keyed(secret, "row " + row.household() + " " + row.person()).substring(0, KEY_DIGITS);
        List<String> said = fields.stream().map(f -> sources.of(f, row)).toList();
        String digest = Sm3.keyed(secret, String.join("\n", said));
        RowChange change = RowChange.SAME;
        if (row.before() == null) {
            change = RowChange.ADDED;
        } else if (!row.before().equals(digest)) {
            change = RowChange.CHANGED;
        }
        write(new Entry(key, row.village(), row.household(), row.person(), digest, change), said);
    }

    void gone(Gone gone) {
        List<String> nothing = fields.stream().map(f -> "").toList();
        write(
                new Entry(gone.key(), gone.village(), gone.household(), gone.person(), gone.digest(), RowChange.GONE),
                nothing);
    }

    private void write(Entry entry, List<String> said) {
        List<String> cells = new ArrayList<>(List.of(entry.key(), entry.change().name()));
        cells.addAll(said);
        line(cells);
        counts[entry.change().ordinal()]++;
        waiting.add(entry);
        if (waiting.size() == AT_ONCE) {
            keep();
        }
    }

    /** Keeps the entries of what was written so far. */
    void keep() {
        if (!waiting.isEmpty()) {
            entries.accept(List.copyOf(waiting));
            waiting.clear();
        }
    }

    private void line(List<String> cells) {
        byte[] line = Csv.line(cells);
        lines.add(line);
        int at = 0;
        while (at < line.length) {
            int fits = Math.min(line.length - at, Delivery.PART_BYTES - filled);
            System.arraycopy(line, at, part, filled, fits);
            at += fits;
            filled += fits;
            if (filled == Delivery.PART_BYTES) {
                give();
            }
        }
    }

    private void give() {
        parts.accept(Arrays.copyOf(part, filled), given);
        given++;
        filled = 0;
    }

    /** Ends the file. */
    Content end() {
        keep();
        if (filled > 0) {
            give();
        }
        long added = counts[RowChange.ADDED.ordinal()];
        long changed = counts[RowChange.CHANGED.ordinal()];
        return lines.end(
                added + changed + counts[RowChange.SAME.ordinal()], added, changed, counts[RowChange.GONE.ordinal()]);
    }

    int parts() {
        return given;
    }
}
