package org.doudi.server.registry;

import java.util.List;

/** One household of a preview, in words: its members and what the rules say, before and after. */
public record ChangeSide(String title, String place, List<Row> members, List<Effect> effects) {
    public ChangeSide {
        members = List.copyOf(members);
        effects = List.copyOf(effects);
    }

    /** A person: what to the head before, and after. */
    public record Row(String name, String before, String after, boolean differs) {}
}
