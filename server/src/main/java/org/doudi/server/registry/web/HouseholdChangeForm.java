package org.doudi.server.registry.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.doudi.policy.Labour;
import org.doudi.server.registry.ChangeKind;
import org.doudi.server.registry.Evidence;
import org.doudi.server.registry.HouseholdChange;
import org.doudi.server.registry.HouseholdChange.Leaving;
import org.doudi.server.registry.HouseholdChange.NewHeads;
import org.doudi.server.registry.HouseholdChange.Share;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.MemberView;
import org.doudi.server.registry.NewPerson;
import org.doudi.server.registry.Relation;
import org.jspecify.annotations.Nullable;

/** What was typed into the form for a change of the household. */
final class HouseholdChangeForm {
    private static final int LONGEST = 200;
    private static final int LONGEST_NAME = 40;

    private final ChangeKind kind;
    private final Map<String, String> typed;
    private final HouseholdView view;
    private final @Nullable HouseholdView other;
    private final List<String> faults = new ArrayList<>();

    HouseholdChangeForm(ChangeKind kind, Map<String, String> typed, HouseholdView view, @Nullable HouseholdView other) {
        this.kind = kind;
        this.typed = typed;
        this.view = view;
        this.other = other;
    }

    /** Keys of what is wrong; empty if nothing is. */
    List<String> faults() {
        return faults;
    }

    /** The change, or nothing if something is wrong. */
    Optional<HouseholdChange> change() {
        Evidence evidence = evidence();
        HouseholdChange change = evidence == null ? null : change(evidence);
        return faults.isEmpty() ? Optional.ofNullable(change) : Optional.empty();
    }

    /** When it happened, and how that is known. */
    @Nullable
    Evidence evidence() {
        LocalDate on = day();
        String source = text("source");
        String document = text("document");
        if (source.isEmpty() || source.length() > LONGEST) {
            faults.add("source");
        }
        if (document.isEmpty() || document.length() > LONGEST) {
            faults.add("document");
        }
        return on == null || !faults.isEmpty() ? null : new Evidence(on, source, document);
    }

    private @Nullable HouseholdChange change(Evidence evidence) {
        long id = view.id();
        return switch (kind) {
            case BIRTH, MARRIAGE, ADOPTION -> {
                NewPerson person = person();
                yield person == null
                        ? null
                        : new HouseholdChange.Arrival(id, evidence, kind, person, memberOrNull("kin"));
            }
            case DEATH -> new HouseholdChange.Death(id, evidence, member("person"), heads("head"));
            case MOVE -> new HouseholdChange.Move(id, evidence, village(), address("address"));
            case NEW_HEAD -> {
                NewHeads heads = heads("head");
                if (heads == null) {
                    faults.add("head");
                }
                yield heads == null ? null : new HouseholdChange.NewHead(id, evidence, heads);
            }
            case SPLIT -> split(id, evidence);
            case MERGE -> merge(id, evidence);
            case KIN -> kin(id, evidence);
            case CORRECTION, SAME_PERSON, DEPARTURE, RETURN -> null;
        };
    }

    private @Nullable HouseholdChange split(long id, Evidence evidence) {
        Set<Long> leaving = new HashSet<>();
        view.members().stream()
                .map(MemberView::person)
                .filter(p -> text("go-" + p).equals("true"))
                .forEach(leaving::add);
        NewHeads founded = heads("newHead");
        if (leaving.isEmpty()) {
            faults.add("leaving");
        }
        if (founded == null || !leaving.contains(founded.head())) {
            faults.add("newHead");
        }
        Share share = new Share(fen("financial"), number("houses"), number("cars"), number("machines"));
        return founded == null
                ? null
                : new HouseholdChange.Split(
                        id, evidence, new Leaving(leaving, founded), heads("head"), share, text("address"));
    }

    private @Nullable HouseholdChange merge(long id, Evidence evidence) {
        if (other == null) {
            faults.add("other");
            return null;
        }
        Map<Long, Relation> said = relations(other);
        Relation head = other.members().stream()
                .filter(m -> m.relation().equals(Relation.HEAD.word()))
                .map(m -> said.get(m.person()))
                .findFirst()
                .orElse(null);
        Map<Long, Relation> joining = new HashMap<>();
        for (MemberView m : other.members()) {
            Relation own = said.get(m.person());
            Relation guessed = Relation.of(m.relation()).through(head == null ? Relation.OTHER : head, m.sex());
            joining.put(m.person(), own == null ? guessed : own);
        }
        return new HouseholdChange.Merge(id, evidence, other.id(), joining);
    }

    private @Nullable HouseholdChange kin(long id, Evidence evidence) {
        Relation relation = code(Relation.class, "relation");
        long person = member("person");
        long relative = member("relative");
        if (relation == null || relation == Relation.HEAD) {
            faults.add("relation");
            return null;
        }
        return new HouseholdChange.Kin(id, evidence, person, relative, relation);
    }

    private @Nullable NewPerson person() {
        String name = text("name");
        String idNumber = text("idNumber").toUpperCase(Locale.ROOT);
        Relation relation = code(Relation.class, "relation");
        Labour labour = code(Labour.class, "labour");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            faults.add("name");
        }
        if (!NewPerson.isSound(idNumber)) {
            faults.add("idNumber");
        }
        if (relation == null || relation == Relation.HEAD) {
            faults.add("relation");
        }
        if (labour == null) {
            faults.add("labour");
        }
        return !faults.isEmpty() || relation == null || labour == null
                ? null
                : new NewPerson(name, idNumber, relation, labour);
    }

    /** The head that was chosen, with the relations that were; null where none was. */
    private @Nullable NewHeads heads(String field) {
        Long head = memberOrNull(field);
        if (head == null) {
            return null;
        }
        Map<Long, Relation> said = relations(view);
        said.remove(head);
        return new NewHeads(head, said);
    }

    private Map<Long, Relation> relations(HouseholdView household) {
        Map<Long, Relation> said = new HashMap<>();
        for (MemberView m : household.members()) {
            String field = "rel-" + m.person();
            if (!text(field).isEmpty()) {
                Relation relation = code(Relation.class, field);
                if (relation == null || relation == Relation.HEAD) {
                    faults.add("relation");
                } else {
                    said.put(m.person(), relation);
                }
            }
        }
        return said;
    }

    private long member(String field) {
        Long person = memberOrNull(field);
        if (person == null) {
            faults.add("member");
            return 0;
        }
        return person;
    }

    private @Nullable Long memberOrNull(String field) {
        return view.members().stream()
                .map(MemberView::person)
                .filter(p -> Long.toString(p).equals(text(field)))
                .findFirst()
                .orElse(null);
    }

    private String village() {
        String village = text("village");
        if (!village.matches("\\d{12}.*")) {
            faults.add("village");
            return "";
        }
        return village.substring(0, 12);
    }

    private String address(String field) {
        String address = text(field);
        if (address.isEmpty() || address.length() > LONGEST) {
            faults.add("address");
        }
        return address;
    }

    private @Nullable LocalDate day() {
        try {
            LocalDate day = LocalDate.parse(text("on"));
            if (day.getYear() >= 1990 && day.getYear() < 3000) {
                return day;
            }
        } catch (DateTimeException e) {
            // said below
        }
        faults.add("on");
        return null;
    }

    private String text(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    private int number(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            return 0;
        }
        if (text.matches("\\d{1,3}")) {
            return Integer.parseInt(text);
        }
        faults.add("number");
        return 0;
    }

    private long fen(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            return 0;
        }
        if (text.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            return new BigDecimal(text).movePointRight(2).longValueExact();
        }
        faults.add("yuan");
        return 0;
    }

    private <E extends Enum<E>> @Nullable E code(Class<E> type, String field) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text(field))) {
                return constant;
            }
        }
        return null;
    }
}
