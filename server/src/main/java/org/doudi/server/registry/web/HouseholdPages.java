package org.doudi.server.registry.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.doudi.policy.Assessment;
import org.doudi.policy.Gap;
import org.doudi.policy.Look;
import org.doudi.policy.MissingParameterException;
import org.doudi.policy.explain.Changes;
import org.doudi.policy.explain.Explanation;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.Circumstances;
import org.doudi.server.registry.Facts;
import org.doudi.server.registry.HouseholdChanges;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Households;
import org.doudi.server.shell.Today;
import org.doudi.server.standards.Standards;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers the household's page in one transaction, which is one entry in the trail. */
@Component
class HouseholdPages {
    private final Households households;
    private final Facts facts;
    private final HouseholdChanges changes;
    private final Standards standards;
    private final Today today;
    private final MessageSource messages;

    HouseholdPages(
            Households households,
            Facts facts,
            HouseholdChanges changes,
            Standards standards,
            Today today,
            MessageSource messages) {
        this.households = households;
        this.facts = facts;
        this.changes = changes;
        this.standards = standards;
        this.today = today;
        this.messages = messages;
    }

    /** The moment that a day's knowledge ends; now for today. */
    Instant moment(@Nullable LocalDate knownOn) {
        return knownOn == null || !knownOn.isBefore(today.date())
                ? today.now()
                : knownOn.plusDays(1).atStartOfDay(Today.ZONE).toInstant().minusMillis(1);
    }

    @Transactional
    Optional<HouseholdPage> of(long id, @Nullable LocalDate asOf, @Nullable LocalDate knownOn, Locale locale) {
        LocalDate day = asOf == null ? today.date() : asOf;
        LocalDate known = knownOn == null ? today.date() : knownOn;
        return households.find(id, day, moment(known)).map(household -> page(household, day, known, locale));
    }

    /** What happened, and what can be made to happen. */
    private record Past(List<Event> events, List<LogRow> log, List<String> kin, List<Menu> menu) {}

    private HouseholdPage page(HouseholdView household, LocalDate day, LocalDate known, Locale locale) {
        Words words = Words.of(messages, locale, standards, household);
        Past past = new Past(
                Event.of(household, facts.history(household.id()), words),
                LogRow.of(changes.history(household.id()), words),
                changes.kin(household.id(), day, moment(known)).stream()
                        .map(k -> words.text(
                                "kin.of",
                                k.name(),
                                k.relativeName(),
                                k.relation(),
                                k.from().toString()))
                        .toList(),
                household.dissolvedOn() == null
                                && RecordsFacts.ROLES.contains(Scope.officer().role())
                        ? Menu.of(words)
                        : List.of());
        try {
            Households.Told told = households.tell(household, day, moment(known));
            Explanation explanation = told.explanation();
            Assessment a = explanation.assessment();
            Circumstances circumstances = told.circumstances();
            List<Tag> tags = new ArrayList<>(Tag.of(a.household(), words));
            tags.addAll(Tag.of(a, words));
            return new HouseholdPage(
                    household,
                    day.toString(),
                    known.toString(),
                    tags,
                    a.gaps().stream().map(gap -> gap(gap, household, words)).toList(),
                    Figure.of(a, words),
                    Why.of(explanation, words),
                    Look.at(a).stream().map(look -> words.rules().of(look)).toList(),
                    Changes.to(a, standards.pack()).stream()
                            .map(change -> words.rules().of(change, a.household()))
                            .toList(),
                    MemberRow.of(household, a, circumstances, words),
                    Beside.of(circumstances, words),
                    past.events(),
                    past.log(),
                    past.kin(),
                    past.menu(),
                    standards.pack().id(),
                    null);
        } catch (NoSuchElementException e) {
            return bare(household, day, known, past, words.text("problem.unknown", day.toString()));
        } catch (MissingParameterException e) {
            return bare(household, day, known, past, words.text("problem.parameters", day.toString()));
        }
    }

    private static String gap(Gap gap, HouseholdView household, Words words) {
        String word = words.rules().word(gap.kind());
        return gap.memberId() == null
                ? word
                : words.text("gap.of", household.member(gap.memberId()).name(), word);
    }

    private HouseholdPage bare(HouseholdView household, LocalDate day, LocalDate known, Past past, String problem) {
        return new HouseholdPage(
                household,
                day.toString(),
                known.toString(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                past.events(),
                past.log(),
                past.kin(),
                past.menu(),
                standards.pack().id(),
                problem);
    }
}
