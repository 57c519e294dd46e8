package org.doudi.cli.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doudi.policy.Member.Trait;
import org.jspecify.annotations.Nullable;

/** What the lists say about one household, once their rows are linked to its members. */
final class HouseholdRolls {
    /** A list entry with the row it rests on and why that row is this household's. */
    record Entry(Roll roll, RollRow row, String evidence) {}

    /** How near a doubtful entry is. */
    enum Strength {
        /** Somebody must look: the entry may put the household on the roll. */
        REVIEW,
        /** Too far for that, yet near enough not to say that the household is missing. */
        HINT
    }

    /** An entry of which it is not sure that it is this household's: about the household, or about one member. */
    record Doubt(Entry entry, @Nullable String memberId, Strength strength) {}

    @Nullable
    Entry dibao;

    @Nullable
    Entry register;

    private final Map<String, List<Entry>> members = new HashMap<>();
    private final List<Doubt> doubts = new ArrayList<>();

    void member(String memberId, Entry entry) {
        members.computeIfAbsent(memberId, id -> new ArrayList<>()).add(entry);
    }

    void doubt(Doubt doubt) {
        doubts.add(doubt);
    }

    List<Doubt> doubts() {
        return doubts;
    }

    /** The entry that puts a member on the roll behind this trait; null when there is none. */
    @Nullable
    Entry entry(String memberId, Trait trait) {
        for (Entry entry : members.getOrDefault(memberId, List.of())) {
            if (says(entry, trait)) {
                return entry;
            }
        }
        return null;
    }

    boolean hasCertificate(String memberId) {
        return members.getOrDefault(memberId, List.of()).stream().anyMatch(entry -> entry.roll() == Roll.CERTIFICATES);
    }

    static boolean says(Entry entry, Trait trait) {
        return switch (trait) {
            case ON_TEKUN_ROLL -> entry.roll() == Roll.TEKUN;
            case ON_LIVING_ALLOWANCE_ROLL ->
                entry.roll() == Roll.ALLOWANCES && entry.row().living();
            case ON_CARE_ALLOWANCE_ROLL ->
                entry.roll() == Roll.ALLOWANCES && entry.row().care();
            default -> false;
        };
    }
}
