package org.doudi.server.registry.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doudi.policy.Assets;
import org.doudi.policy.Consent;
import org.doudi.policy.Disability;
import org.doudi.policy.DisabilityCategory;
import org.doudi.policy.Guarantees;
import org.doudi.policy.Household;
import org.doudi.policy.IncomeItem;
import org.doudi.policy.Job;
import org.doudi.policy.JobMode;
import org.doudi.policy.Labour;
import org.doudi.policy.Member;
import org.doudi.policy.Member.Trait;
import org.doudi.policy.SpendingItem;
import org.doudi.policy.Supporter;
import org.doudi.server.registry.Absence;
import org.doudi.server.registry.DisasterKind;
import org.doudi.server.registry.Education;
import org.doudi.server.registry.FactChange;
import org.doudi.server.registry.FactContent;
import org.doudi.server.registry.FactContent.Disaster;
import org.doudi.server.registry.FactContent.Disasters;
import org.doudi.server.registry.FactKind;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.SchoolStage;
import org.jspecify.annotations.Nullable;

/** What was typed into the form for a change, read against what is known of the household. */
final class ChangeForm {
    private static final int LONGEST = 200;

    private final Typed typed;
    private final HouseholdView view;
    private final Household now;
    private final Disasters disasters;

    ChangeForm(Map<String, String> typed, HouseholdView view, Household now, Disasters disasters) {
        this.typed = new Typed(typed);
        this.view = view;
        this.now = now;
        this.disasters = disasters;
    }

    /** Keys of what is wrong; empty if nothing is. */
    List<String> faults() {
        return typed.faults();
    }

    /** The change, or nothing if something is wrong. */
    Optional<FactChange> change(LocalDate today) {
        FactKind kind = typed.code(FactKind.class, "kind", "kind");
        int member = member(kind);
        LocalDate from = day(today);
        String source = typed.text("source");
        if (source.isEmpty() || source.length() > LONGEST) {
            typed.fault("source");
        }
        if (kind == null || !typed.faults().isEmpty() || from == null) {
            return Optional.empty();
        }
        FactContent content = content(kind, member, from);
        if (!typed.faults().isEmpty() || content == null) {
            return Optional.empty();
        }
        Long person = kind.ofPerson() ? view.member(now.memberId(member)).person() : null;
        return Optional.of(new FactChange(view.id(), person, content, from, null, source));
    }

    private int member(@Nullable FactKind kind) {
        boolean needed = kind != null && (kind.ofPerson() || kind == FactKind.INCOME || kind == FactKind.SPENDING);
        if (!needed) {
            return -1;
        }
        for (int i = 0; i < now.size(); i++) {
            if (now.memberId(i).equals(typed.text("member"))) {
                return i;
            }
        }
        typed.fault("member");
        return -1;
    }

    private @Nullable LocalDate day(LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(typed.text("from"));
            if (!day.isAfter(today) && day.getYear() >= 1990) {
                return day;
            }
        } catch (DateTimeException e) {
            // said below
        }
        typed.fault("from");
        return null;
    }

    private @Nullable FactContent content(FactKind kind, int member, LocalDate from) {
        return switch (kind) {
            case INCOME -> income(member);
            case SPENDING -> spending(member);
            case MEMBER -> person(now.member(member));
            case ASSETS -> {
                long deposits = typed.fen("financial");
                int houses = typed.number("houses");
                int cars = typed.number("cars");
                int machines = typed.number("machines");
                yield typed.faults().isEmpty()
                        ? new FactContent.Owned(new Assets(deposits, houses, cars, machines, typed.yes("business")))
                        : null;
            }
            case GUARANTEES ->
                new FactContent.Guaranteed(new Guarantees(
                        typed.yes("food"),
                        typed.yes("clothing"),
                        typed.yes("education"),
                        typed.yes("medical"),
                        typed.yes("housing")));
            case CONSENT -> new FactContent.Agreed(typed.yes("consent") ? Consent.GIVEN : Consent.REFUSED);
            case INSURANCE ->
                new FactContent.Insured(typed.yes("resident"), typed.yes("employee"), typed.yes("illness"));
            case SCHOOLING ->
                new FactContent.Schooling(
                        typed.codeOrNone(Education.class, "finished", "schooling"),
                        typed.codeOrNone(SchoolStage.class, "stage", "schooling"),
                        typed.codeOrNone(Absence.class, "absence", "schooling"));
            case LAND -> new FactContent.Land(typed.mu("arable"), typed.mu("forest"));
            case DISASTER -> disaster(from);
        };
    }

    private @Nullable FactContent disaster(LocalDate on) {
        DisasterKind what = typed.code(DisasterKind.class, "what", "disaster");
        long fen = typed.fen("yuan");
        return what == null ? null : disasters.with(new Disaster(on, what, fen));
    }

    private @Nullable FactContent income(int member) {
        IncomeItem item = typed.code(IncomeItem.class, "item", "item");
        long fen = typed.fen("yuan");
        return item == null ? null : FactContent.Income.with(now, member, item, fen);
    }

    private @Nullable FactContent spending(int member) {
        SpendingItem item = typed.code(SpendingItem.class, "item", "item");
        long fen = typed.fen("yuan");
        return item == null ? null : FactContent.Spending.with(now, member, item, fen);
    }

    private @Nullable FactContent person(Member known) {
        Labour labour = typed.code(Labour.class, "labour", "labour");
        Supporter supporter = typed.code(Supporter.class, "supporter", "supporter");
        Member.Builder member = known.toBuilder();
        if (labour == null || supporter == null) {
            return null;
        }
        member.labour(labour).supporter(supporter).disability(disability()).job(job());
        set(member, Trait.STUDENT, "student");
        set(member, Trait.SERIOUSLY_ILL, "ill");
        set(member, Trait.BEDRIDDEN, "bedridden");
        set(member, Trait.PREFERENTIAL, "preferential");
        set(member, Trait.LIVING_ELSEWHERE_FUNDED, "elsewhere");
        return new FactContent.Person(member.build());
    }

    private void set(Member.Builder member, Trait trait, String field) {
        if (typed.yes(field)) {
            member.trait(trait);
        } else {
            member.without(trait);
        }
    }

    private @Nullable Disability disability() {
        if (typed.text("category").isEmpty()) {
            return null;
        }
        DisabilityCategory category = typed.code(DisabilityCategory.class, "category", "disability");
        int level = typed.number("level");
        if (level < 1 || level > Disability.LOWEST_LEVEL) {
            typed.fault("disability");
            return null;
        }
        return category == null ? null : new Disability(category, level);
    }

    private @Nullable Job job() {
        if (typed.text("mode").isEmpty()) {
            return null;
        }
        JobMode mode = typed.code(JobMode.class, "mode", "job");
        int months = typed.number("months");
        if (months < 1 || months > Job.MOST_MONTHS) {
            typed.fault("job");
            return null;
        }
        return mode == null ? null : new Job(mode, months);
    }
}
