package org.doudi.server.registry.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.doudi.server.registry.FactView;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.MemberView;
import org.doudi.server.shell.Today;

/** Something that the office learned, on the household's timeline. */
record Event(String day, String text, String detail, boolean superseded) {
    private static final int MOST = 40;

    static List<Event> of(HouseholdView household, List<FactView> facts, Words words) {
        var names = household.members().stream().collect(Collectors.toMap(MemberView::person, MemberView::name));
        return facts.stream()
                .limit(MOST)
                .map(fact -> {
                    String kind = words.text("fact." + fact.kind());
                    String name = fact.person() == null ? null : names.get(fact.person());
                    return new Event(
                            day(fact.knownFrom()),
                            name == null ? kind : words.text("event.of", name, kind),
                            words.text("event.detail", fact.validFrom().toString(), fact.source()),
                            fact.knownTo() != null);
                })
                .toList();
    }

    private static String day(Instant moment) {
        return LocalDate.ofInstant(moment, Today.ZONE).toString();
    }
}
