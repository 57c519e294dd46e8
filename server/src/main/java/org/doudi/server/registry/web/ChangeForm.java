package org.doudi.server.registry.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.doudi.server.registry.FactChange;
import org.doudi.server.registry.FactContent;
import org.doudi.server.registry.FactKind;
import org.doudi.server.registry.HouseholdView;
import org.jspecify.annotations.Nullable;

/** What was typed into the form for a change, read against what is known of the household. */
final class ChangeForm {
    private static final int LONGEST = 200;

    private final Map<String, String> typed;
    private final HouseholdView view;
    private final Household now;
    private final List<String> faults = new ArrayList<>();

    ChangeForm(Map<String, String> typed, HouseholdView view, Household now) {
        this.typed = typed;
        this.view = view;
        this.now = now;
    }

    /** Keys of what is wrong; empty if nothing is. */
    List<String> faults() {
        return faults;
    }

    /** The change, or nothing if something is wrong. */
    Optional<FactChange> change(LocalDate today) {
        FactKind kind = code(FactKind.class, "kind", "kind");
        int member = member(kind);
        LocalDate from = day(today);
        String source = text("source");
        if (source.isEmpty() || source.length() > LONGEST) {
            faults.add("source");
        }
        if (kind == null || !faults.isEmpty() || from == null) {
            return Optional.empty();
        }
        FactContent content = content(kind, member);
        if (!faults.isEmpty() || content == null) {
            return Optional.empty();
        }
        Long person =
                kind == FactKind.MEMBER ? view.member(now.memberId(member)).person() : null;
        return Optional.of(new FactChange(view.id(), person, content, from, null, source));
    }

    private int member(@Nullable FactKind kind) {
        boolean needed = kind == FactKind.MEMBER || kind == FactKind.INCOME || kind == FactKind.SPENDING;
        if (!needed) {
            return -1;
        }
        for (int i = 0; i < now.size(); i++) {
            if (now.memberId(i).equals(text("member"))) {
                return i;
            }
        }
        faults.add("member");
        return -1;
    }

    private @Nullable LocalDate day(LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(text("from"));
            if (!day.isAfter(today) && day.getYear() >= 1990) {
                return day;
            }
        } catch (DateTimeException e) {
            // said below
        }
        faults.add("from");
        return null;
    }

    private @Nullable FactContent content(FactKind kind, int member) {
        return switch (kind) {
            case INCOME -> income(member);
            case SPENDING -> spending(member);
            case MEMBER -> person(now.member(member));
            case ASSETS -> {
                long deposits = fen("financial");
                int houses = number("houses");
                int cars = number("cars");
                int machines = number("machines");
                yield faults.isEmpty()
                        ? new FactContent.Owned(new Assets(deposits, houses, cars, machines, yes("business")))
                        : null;
            }
            case GUARANTEES ->
                new FactContent.Guaranteed(
                        new Guarantees(yes("food"), yes("clothing"), yes("education"), yes("medical"), yes("housing")));
            case CONSENT -> new FactContent.Agreed(yes("consent") ? Consent.GIVEN : Consent.REFUSED);
        };
    }

    private @Nullable FactContent income(int member) {
        IncomeItem item = code(IncomeItem.class, "item", "item");
        long fen = fen("yuan");
        return item == null ? null : FactContent.Income.with(now, member, item, fen);
    }

    private @Nullable FactContent spending(int member) {
        SpendingItem item = code(SpendingItem.class, "item", "item");
        long fen = fen("yuan");
        return item == null ? null : FactContent.Spending.with(now, member, item, fen);
    }

    private @Nullable FactContent person(Member known) {
        Labour labour = code(Labour.class, "labour", "labour");
        Supporter supporter = code(Supporter.class, "supporter", "supporter");
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
        if (yes(field)) {
            member.trait(trait);
        } else {
            member.without(trait);
        }
    }

    private @Nullable Disability disability() {
        if (text("category").isEmpty()) {
            return null;
        }
        DisabilityCategory category = code(DisabilityCategory.class, "category", "disability");
        int level = number("level");
        if (level < 1 || level > Disability.LOWEST_LEVEL) {
            faults.add("disability");
            return null;
        }
        return category == null ? null : new Disability(category, level);
    }

    private @Nullable Job job() {
        if (text("mode").isEmpty()) {
            return null;
        }
        JobMode mode = code(JobMode.class, "mode", "job");
        int months = number("months");
        if (months < 1 || months > Job.MOST_MONTHS) {
            faults.add("job");
            return null;
        }
        return mode == null ? null : new Job(mode, months);
    }

    private String text(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    private boolean yes(String field) {
        return text(field).equals("true");
    }

    private int number(String field) {
        String text = text(field);
        if (text.matches("\\d{1,3}")) {
            return Integer.parseInt(text);
        }
        faults.add("number");
        return 0;
    }

    private long fen(String field) {
        String text = text(field);
        if (text.matches("\\d{1,9}(\\.\\d{1,2})?")) {
            return new BigDecimal(text).movePointRight(2).longValueExact();
        }
        faults.add("yuan");
        return 0;
    }

    private <E extends Enum<E>> @Nullable E code(Class<E> type, String field, String fault) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text(field))) {
                return constant;
            }
        }
        faults.add(fault);
        return null;
    }
}
