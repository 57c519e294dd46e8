package org.doudi.server.changes.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.doudi.policy.JobMode;
import org.doudi.policy.Labour;
import org.doudi.server.changes.Illness;
import org.doudi.server.changes.ReportKind;
import org.doudi.server.registry.DisasterKind;
import org.doudi.server.registry.Divisions;
import org.doudi.server.registry.HouseholdChanges;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Relation;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The fields of a form, as data: the page draws them one below the other. */
@Component
class ReportForms {
    private static final int CITY_DIGITS = 4;

    private final HouseholdChanges changes;
    private final Divisions divisions;
    private final MessageSource messages;

    ReportForms(HouseholdChanges changes, Divisions divisions, MessageSource messages) {
        this.changes = changes;
        this.divisions = divisions;
        this.messages = messages;
    }

    /** How a field is filled in. */
    enum Input {
        TEXT,
        NUMBER,
        CHOICE,
        /** Typed, with a list that helps. */
        LISTED
    }

    /** What can be chosen. */
    record Choice(String code, String word) {}

    /** Whether a field may stay empty. */
    enum Need {
        MUST,
        MAY
    }

    /** One field of a form. */
    record Field(String name, Input input, Need need, List<Choice> choices) {}

    List<Field> of(HouseholdView household, ReportKind kind, Locale locale) {
        return kind.fields().stream()
                .map(name -> field(name, household, locale))
                .toList();
    }

    private Field field(String name, HouseholdView household, Locale locale) {
        return switch (name) {
            case "person" -> new Field(name, Input.CHOICE, Need.MUST, members(household));
            case "head", "kin" -> new Field(name, Input.CHOICE, Need.MAY, members(household));
            case "away" ->
                new Field(
                        name,
                        Input.CHOICE,
                        Need.MUST,
                        changes.away(household.id()).stream()
                                .map(a -> new Choice(Long.toString(a.person()), a.name()))
                                .toList());
            case "relation" ->
                new Field(
                        name,
                        Input.CHOICE,
                        Need.MUST,
                        Arrays.stream(Relation.values())
                                .filter(r -> r != Relation.HEAD)
                                .map(r -> new Choice(r.name(), text("registry.relation." + r, locale)))
                                .toList());
            case "labour" ->
                new Field(name, Input.CHOICE, Need.MUST, coded(Labour.values(), "changes.labour.", locale));
            case "illness" ->
                new Field(name, Input.CHOICE, Need.MUST, coded(Illness.values(), "changes.illness.", locale));
            case "mode" -> {
                List<Choice> modes = new ArrayList<>(coded(JobMode.values(), "changes.mode.", locale));
                modes.add(new Choice("NONE", text("changes.mode.NONE", locale)));
                yield new Field(name, Input.CHOICE, Need.MUST, modes);
            }
            case "months", "yuan" -> new Field(name, Input.NUMBER, Need.MAY, List.of());
            case "disaster" ->
                new Field(name, Input.CHOICE, Need.MUST, coded(DisasterKind.values(), "registry.disaster.", locale));
            case "cars", "houses", "cost", "loss" -> new Field(name, Input.NUMBER, Need.MUST, List.of());
            case "village" ->
                new Field(
                        name,
                        Input.LISTED,
                        Need.MUST,
                        divisions.villages(household.village().substring(0, CITY_DIGITS)).stream()
                                .map(v -> new Choice(v.code() + " " + v.name(), v.name()))
                                .toList());
            default -> new Field(name, Input.TEXT, Need.MUST, List.of());
        };
    }

    private static List<Choice> members(HouseholdView household) {
        return household.members().stream()
                .map(m -> new Choice(Long.toString(m.person()), m.name() + "（" + m.relation() + "）"))
                .toList();
    }

    private List<Choice> coded(Enum<?>[] codes, String prefix, Locale locale) {
        return Arrays.stream(codes)
                .map(c -> new Choice(c.name(), text(prefix + c.name(), locale)))
                .toList();
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
