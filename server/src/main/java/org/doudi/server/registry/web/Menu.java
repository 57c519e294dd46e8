package org.doudi.server.registry.web;

import java.util.List;
import java.util.Locale;
import org.doudi.server.registry.ChangeKind;

/** One of the changes that can be chosen on a household's page. */
record Menu(String path, String word) {
    /** Those that have a form here; the others come by a report. */
    static final List<ChangeKind> KINDS = List.of(
            ChangeKind.BIRTH,
            ChangeKind.DEATH,
            ChangeKind.MOVE,
            ChangeKind.NEW_HEAD,
            ChangeKind.SPLIT,
            ChangeKind.MERGE,
            ChangeKind.MARRIAGE,
            ChangeKind.ADOPTION,
            ChangeKind.KIN);

    static List<Menu> of(Words words) {
        return KINDS.stream()
                .map(kind -> new Menu(path(kind), words.text("change." + kind)))
                .toList();
    }

    /** How a change is called in an address. */
    static String path(ChangeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
