package org.doudi.server.registry.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.doudi.policy.Assets;
import org.doudi.policy.Disability;
import org.doudi.policy.Household;
import org.doudi.policy.IncomeEntry;
import org.doudi.policy.IncomeItem;
import org.doudi.policy.Member;
import org.doudi.server.registry.FactContent;
import org.doudi.server.registry.FactContent.IncomeLine;
import org.doudi.server.registry.FactKind;
import org.doudi.server.registry.ListColumn;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a row of a list says of a person or a household, beside the rolls that it fills. */
sealed interface Saying {
    /** Which piece of the household's record it is in. */
    FactKind kind();

    /** What it is about: two rows of a list with the same one speak of the same thing. */
    String key();

    /** The piece with this in it; nothing where the record says so already. */
    Optional<FactContent> into(Household record, String member);

    /** Whether a record that holds from a later day says nothing of it, so that it goes on there. */
    boolean goesOn(Household record, String member);

    /** A person of the record. */
    static Member member(Household record, String number) {
        return record.members().stream()
                .filter(m -> m.memberId().equals(number))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no member " + number));
    }

    /** A person has this certificate. */
    record Certificate(Disability certificate) implements Saying {
        @Override
        public FactKind kind() {
            return FactKind.MEMBER;
        }

        @Override
        public String key() {
            return "certificate";
        }

        @Override
        public Optional<FactContent> into(Household record, String number) {
            Member member = member(record, number);
            return certificate.equals(member.disability())
                    ? Optional.empty()
                    : Optional.of(new FactContent.Person(
                            member.toBuilder().disability(certificate).build()));
        }

        @Override
        public boolean goesOn(Household record, String number) {
            return member(record, number).disability() == null;
        }
    }

    /** A person earns so much a year by this. */
    record Earns(IncomeItem item, long fen) implements Saying {
        @Override
        public FactKind kind() {
            return FactKind.INCOME;
        }

        @Override
        public String key() {
            return item.name();
        }

        @Override
        public Optional<FactContent> into(Household record, String number) {
            List<IncomeLine> lines = new ArrayList<>();
            List<Long> before = new ArrayList<>();
            for (IncomeEntry entry : record.income()) {
                String whose = record.memberId(entry.member());
                if (whose.equals(number) && entry.item() == item) {
                    before.add(entry.fen());
                } else {
                    lines.add(new IncomeLine(whose, entry.item(), entry.fen()));
                }
            }
            if (before.equals(fen == 0 ? List.of() : List.of(fen))) {
                return Optional.empty();
            }
            if (fen > 0) {
                lines.add(new IncomeLine(number, item, fen));
            }
            return Optional.of(new FactContent.Income(lines));
        }

        @Override
        public boolean goesOn(Household record, String number) {
            return false;
        }
    }

    /** A household owns so much of this; what no column tells stays as it is known. */
    record Owns(Map<ListColumn, Long> counts) implements Saying {
        public Owns {
            counts = Map.copyOf(counts);
        }

        @Override
        public FactKind kind() {
            return FactKind.ASSETS;
        }

        @Override
        public String key() {
            return "property";
        }

        @Override
        public Optional<FactContent> into(Household record, String number) {
            Assets old = record.assets();
            Assets now = new Assets(
                    count(ListColumn.SAVINGS, old.financialFen()),
                    (int) count(ListColumn.HOUSES, old.houses()),
                    (int) count(ListColumn.CARS, old.cars()),
                    (int) count(ListColumn.MACHINES, old.machines()),
                    count(ListColumn.BUSINESS, old.business() ? 1 : 0) > 0);
            return now.equals(old) ? Optional.empty() : Optional.of(new FactContent.Owned(now));
        }

        private long count(ListColumn column, long known) {
            return Objects.requireNonNullElse(counts.get(column), known);
        }

        @Override
        public boolean goesOn(Household record, String number) {
            return false;
        }
    }

    /**
     * Something beside the law's record; what no column tells stays as it is known.
     *
     * @param fields of the piece, with null for what is not so
     */
    record Tells(FactKind kind, ObjectNode fields) implements Saying {
        @Override
        public String key() {
            return kind.name();
        }

        @Override
        public Optional<FactContent> into(Household record, String number) {
            return into((JsonNode) null);
        }

        /** The piece with this in it; nothing where it says so already. */
        Optional<FactContent> into(@Nullable JsonNode known) {
            ObjectNode piece = known == null ? Pieces.JSON.createObjectNode() : ((ObjectNode) known).deepCopy();
            fields.forEachEntry((field, value) -> {
                if (value.isNull()) {
                    piece.remove(field);
                } else {
                    piece.set(field, value);
                }
            });
            FactContent content = CircumstancePieces.read(kind, piece);
            return Pieces.of(content).equals(known) ? Optional.empty() : Optional.of(content);
        }

        @Override
        public boolean goesOn(Household record, String member) {
            return false;
        }
    }
}
