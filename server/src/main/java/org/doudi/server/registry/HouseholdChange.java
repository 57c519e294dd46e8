package org.doudi.server.registry;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A controlled change of a household: somebody comes or goes, it moves, splits, merges, has another head. */
public sealed interface HouseholdChange {
    /** The household that it happens to. */
    long household();

    /** When, and how the office knows. */
    Evidence evidence();

    /** What it is. */
    ChangeKind kind();

    /**
     * Somebody new: by birth, marriage or adoption.
     *
     * @param kin the member who is the parent, or the spouse; null where nobody in the household is
     */
    record Arrival(
            long household,
            Evidence evidence,
            ChangeKind kind,
            NewPerson person,
            @Nullable Long kin) implements HouseholdChange {
        public Arrival {
            if (kind != ChangeKind.BIRTH && kind != ChangeKind.MARRIAGE && kind != ChangeKind.ADOPTION) {
                throw new IllegalArgumentException("nobody arrives by " + kind);
            }
        }
    }

    /** A death. {@code newHead} follows a head who leaves others behind, else null. */
    record Death(
            long household,
            Evidence evidence,
            long person,
            @Nullable NewHeads newHead) implements HouseholdChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.DEATH;
        }
    }

    /** Somebody who serves a sentence is not counted. {@code newHead} follows a head who leaves others behind, else null. */
    record Departure(
            long household,
            Evidence evidence,
            long person,
            @Nullable NewHeads newHead) implements HouseholdChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.DEPARTURE;
        }
    }

    /** Somebody who had departed is back. */
    record Return(long household, Evidence evidence, long person, Relation relation) implements HouseholdChange {
        public Return {
            if (relation == Relation.HEAD) {
                throw new IllegalArgumentException("who returns is not the head");
            }
        }

        @Override
        public ChangeKind kind() {
            return ChangeKind.RETURN;
        }
    }

    /** Who is the head, and what the others are to that person; those without an entry are guessed from what they were. */
    record NewHeads(long head, Map<Long, Relation> relations) {
        public NewHeads {
            relations = Map.copyOf(relations);
        }
    }

    /** The whole household to another village, or to another house. */
    record Move(long household, Evidence evidence, String village, String address) implements HouseholdChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.MOVE;
        }
    }

    /** Another head. */
    record NewHead(long household, Evidence evidence, NewHeads head) implements HouseholdChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.NEW_HEAD;
        }
    }

    /**
     * Some members found a household of their own.
     *
     * @param leaving who goes, and the new household's head
     * @param staying the head of those who stay, where the head leaves; else null
     * @param share what goes along of what the household owns
     */
    record Split(
            long household,
            Evidence evidence,
            Leaving leaving,
            @Nullable NewHeads staying,
            Share share,
            String address) implements HouseholdChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.SPLIT;
        }
    }

    /** The members who found a new household. */
    record Leaving(Set<Long> persons, NewHeads head) {
        public Leaving {
            persons = Set.copyOf(persons);
        }
    }

    /** What a new household gets of what the old one owns. */
    record Share(long financialFen, int houses, int cars, int machines) {}

    /**
     * All members of another household join this one, which goes on; the other ends.
     *
     * @param joining what those who join are to the head
     */
    record Merge(long household, Evidence evidence, long other, Map<Long, Relation> joining)
            implements HouseholdChange {
        public Merge {
            joining = Map.copyOf(joining);
        }

        @Override
        public ChangeKind kind() {
            return ChangeKind.MERGE;
        }
    }

    /**
     * Two persons of the registry are one.
     *
     * @param household of the record that is kept
     * @param person the record that is kept
     * @param other the household of the other record; may be the same
     * @param twin the other record, which ends
     */
    record SamePerson(long household, Evidence evidence, long person, long other, long twin)
            implements HouseholdChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.SAME_PERSON;
        }
    }

    /** A member is somebody's kin. */
    record Kin(long household, Evidence evidence, long person, long relative, Relation relation)
            implements HouseholdChange {
        @Override
        public ChangeKind kind() {
            return ChangeKind.KIN;
        }
    }
}
