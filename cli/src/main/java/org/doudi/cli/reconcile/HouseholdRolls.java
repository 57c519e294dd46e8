package org.doudi.cli.reconcile;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doudi.policy.Member.Trait;
import org.jspecify.annotations.Nullable;

/** What the lists say about one household, once their rows are linked to its members. */
public final class HouseholdRolls implements Serializable {
    /** A list entry with the row it rests on and why that row is this household's. */
    public record Entry(Roll roll, RollRow row, String evidence) implements Serializable {}

    /** How near a doubtful entry is. */
    public enum Strength {
        /** Somebody must look: the entry may put the household on the roll. */
        REVIEW,
        /** Too far for that, yet near enough not to say that the household is missing. */
        HINT
    }

    /** An entry of which it is not sure that it is this household's: about the household, or about one member. */
    public record Doubt(Entry entry, @Nullable String memberId, Strength strength) implements Serializable {}

    @Nullable
    Entry dibao;

    @Nullable
    Entry register;

    private final Map<String, List<Entry>> members = new HashMap<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private final Set<Standing> standing = new HashSet<>();

    /** A person who stands on a roll. */
    private record Standing(Roll roll, long person) implements Serializable {}

    /** Takes a claim; those about one household must come in their order. */
    public void take(Claim claim, Quality quality) {
        Entry entry = claim.entry();
        switch (claim.kind()) {
            case MEMBER -> {
                standing.add(new Standing(entry.roll(), claim.person()));
                member(String.valueOf(claim.memberId()), entry);
            }
            case PERHAPS_MEMBER -> {
                if (!standing.contains(new Standing(entry.roll(), claim.person()))) {
                    doubt(new Doubt(entry, claim.memberId(), claim.strength()));
                }
            }
            case HOUSEHOLD -> enter(entry, quality);
            case PERHAPS_HOUSEHOLD -> doubt(new Doubt(entry, null, claim.strength()));
        }
    }

    /** Puts the household on a roll. On the poor and the lifted list at once: which of them holds is in doubt. */
    private void enter(Entry entry, Quality quality) {
        if (entry.roll() == Roll.DIBAO) {
            dibao = dibao == null ? entry : dibao;
            return;
        }
        if (entry.roll() == Roll.LIFTED && entry.row().liftedOn() == null) {
            // lifted, nobody knows when: whatever turns on it must wait
            doubt(new Doubt(entry, null, Strength.REVIEW));
            return;
        }
        Entry before = register;
        if (before == null) {
            register = entry;
        } else if (before.roll() != entry.roll()) {
            doubt(new Doubt(entry, null, Strength.REVIEW));
            quality.add(entry.roll(), RowCheck.township(entry.row().village()), Problem.POOR_AND_LIFTED);
        }
    }

    private void member(String memberId, Entry entry) {
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
