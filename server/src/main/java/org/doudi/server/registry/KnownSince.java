package org.doudi.server.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells whether somebody who saw a household at a moment has seen all that is known of it now. */
@Component
public class KnownSince {
    private final Facts facts;
    private final HouseholdChanges changes;

    KnownSince(Facts facts, HouseholdChanges changes) {
        this.facts = facts;
        this.changes = changes;
    }

    /** Something that became known: the key of its words, who or what said so, and when. */
    public record News(String words, String source, Instant at) {}

    /** A stamp of what is known of a household; another one means that more is known. */
    @Transactional
    public String stamp(long household) {
        return Stream.concat(
                        facts.history(household).stream()
                                .flatMap(f -> Stream.of(Optional.of(f.knownFrom()), Optional.ofNullable(f.knownTo())))
                                .flatMap(Optional::stream),
                        changes.history(household).stream().map(HouseholdChanges.Entry::knownFrom))
                .max(Instant::compareTo)
                .map(at -> Long.toString(at.getEpochSecond()) + "." + at.getNano())
                .orElse("0.0");
    }

    /** What became known of a household since a stamp; everything if it is none. */
    @Transactional
    public List<News> after(long household, String stamp) {
        Instant seen = stamp.matches("\\d{1,11}[.]\\d{1,9}")
                ? Instant.ofEpochSecond(
                        Long.parseLong(stamp.substring(0, stamp.indexOf('.'))),
                        Long.parseLong(stamp.substring(stamp.indexOf('.') + 1)))
                : Instant.EPOCH;
        return Stream.concat(
                        facts.history(household).stream()
                                // what of an old fact sticks out before a new one is nothing new
                                .filter(f -> f.knownTo() == null && f.validTo() == null)
                                .map(f -> new News("registry.fact." + f.kind(), f.source(), f.knownFrom())),
                        changes.history(household).stream()
                                .map(c -> new News("registry.change." + c.kind(), c.source(), c.knownFrom())))
                .filter(n -> n.at().isAfter(seen))
                .toList();
    }
}
