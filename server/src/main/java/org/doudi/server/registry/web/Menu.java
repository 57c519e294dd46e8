package org.doudi.server.registry.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.doudi.server.registry.ChangeKind;

/** One of the changes that can be chosen on a household's page. */
record Menu(String path, String word) {
    static List<Menu> of(Words words) {
        return Stream.of(
                        ChangeKind.BIRTH,
                        ChangeKind.DEATH,
                        ChangeKind.MOVE,
                        ChangeKind.NEW_HEAD,
                        ChangeKind.SPLIT,
                        ChangeKind.MERGE,
                        ChangeKind.MARRIAGE,
                        ChangeKind.ADOPTION,
                        ChangeKind.KIN)
                .map(kind -> new Menu(path(kind), words.text("change." + kind)))
                .toList();
    }

    /** How a change is called in an address. */
    static String path(ChangeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
