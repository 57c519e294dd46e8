package org.doudi.server.registry.web;

import java.time.LocalDate;
import java.util.List;
import org.doudi.server.registry.ChangeKind;
import org.doudi.server.registry.HouseholdChanges.Entry;
import org.doudi.server.shell.Today;

/** A change in the list of a household's changes. */
record LogRow(long id, String day, String text, String detail, boolean corrected, boolean correctable) {
    static List<LogRow> of(List<Entry> entries, Words words) {
        return entries.stream()
                .map(e -> new LogRow(
                        e.id(),
                        e.on().toString(),
                        words.text("change." + e.kind()),
                        words.text(
                                "log.detail",
                                e.source(),
                                e.document(),
                                e.officer(),
                                LocalDate.ofInstant(e.knownFrom(), Today.ZONE).toString()),
                        e.standing() == Entry.Standing.CORRECTED,
                        e.standing() == Entry.Standing.HOLDS
                                && e.kind() != ChangeKind.CORRECTION
                                // two part what two made one, where their pair is
                                && e.kind() != ChangeKind.SAME_PERSON))
                .toList();
    }
}
