package org.doudi.server.benefits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.doudi.policy.Assessment;
import org.doudi.policy.Clause;
import org.doudi.policy.Look;
import org.doudi.policy.MissingParameterException;
import org.doudi.server.benefits.Rerating.Code;
import org.doudi.server.benefits.Rerating.LineState;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.Households;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds what a household is owed beside what the rules say now of each month. It looks at aids that are owed already: who is owed nothing
 * has to apply first.
 */
@Component
class OwedByRules {
    private final Awards awards;
    private final Households households;
    private final Today today;

    OwedByRules(Awards awards, Households households, Today today) {
        this.awards = awards;
        this.households = households;
        this.today = today;
    }

    /** An amount in its parts, or why there is none. */
    private record Answer(List<AwardPart> parts, @Nullable Code trouble) {
        long fen() {
            return parts.stream().mapToLong(AwardPart::fen).sum();
        }
    }

    /** The differences of a household, month by month, like ones in one line. What is found for the last month holds on. */
    List<Rerating.Line> differences(long household, LocalDate from, LocalDate until, Rerating.Kind kind) {
        List<Award> owed = awards.of(household);
        List<Rerating.Line> lines = new ArrayList<>();
        Map<Awards.Whose, Rerating.Line> open = new LinkedHashMap<>();
        for (LocalDate month = from; month.isBefore(until); month = month.plusMonths(1)) {
            Asked asked = new Asked(household, month);
            LocalDate next = month.plusMonths(1);
            for (Award award : owed) {
                if (!isRuled(award.aid()) || award.from().isAfter(month) || !goesOn(award, month)) {
                    continue;
                }
                Awards.Whose whose = new Awards.Whose(household, award.person(), award.aid());
                Answer answer = asked.of(award);
                boolean last = !next.isBefore(until);
                Rerating.Line found = line(award, month, last ? award.until() : next, answer, kind);
                Rerating.Line before = open.remove(whose);
                if (before != null && continues(before, found)) {
                    found = joined(before, found.until());
                } else if (before != null) {
                    lines.add(before);
                }
                open.put(whose, found);
            }
        }
        lines.addAll(open.values());
        lines.removeIf(l -> l.beforeFen() == l.afterFen() && l.state() == LineState.READY);
        return lines;
    }

    private static boolean isRuled(Aid aid) {
        return aid == Aid.DIBAO || aid == Aid.TEKUN || aid == Aid.LIVING_ALLOWANCE || aid == Aid.CARE_ALLOWANCE;
    }

    private static boolean goesOn(Award award, LocalDate month) {
        return award.until() == null || award.until().isAfter(month);
    }

    private static boolean continues(Rerating.Line before, Rerating.Line found) {
        return Objects.equals(before.until(), found.from())
                && before.beforeFen() == found.beforeFen()
                && before.afterFen() == found.afterFen()
                && before.parts().equals(found.parts())
                && before.code() == found.code();
    }

    private static Rerating.Line joined(Rerating.Line l, @Nullable LocalDate until) {
        return new Rerating.Line(
                l.id(),
                l.household(),
                l.person(),
                l.aid(),
                l.payee(),
                l.from(),
                until,
                l.beforeFen(),
                l.afterFen(),
                l.parts(),
                l.code(),
                l.state());
    }

    private static Rerating.Line line(
            Award award, LocalDate month, @Nullable LocalDate until, Answer answer, Rerating.Kind kind) {
        Code code = answer.trouble();
        long after = answer.fen();
        if (code == null) {
            code = after == 0 ? Code.STOPPED : after < award.fen() ? Code.LOWERED : Code.RAISED;
        } else {
            after = award.fen();
        }
        boolean machine =
                answer.trouble() == null && (kind == Rerating.Kind.FACT || code == Code.RAISED || after == award.fen());
        return new Rerating.Line(
                0,
                award.household(),
                award.person(),
                award.aid(),
                award.payee(),
                month,
                until,
                award.fen(),
                after,
                answer.trouble() == null ? answer.parts() : List.of(),
                code,
                machine ? LineState.READY : LineState.EXCEPTION);
    }

    /** What the rules say of one household and one month; asked once for all its aids. */
    private final class Asked {
        private final @Nullable HouseholdView view;
        private final @Nullable Assessment assessment;

        Asked(long household, LocalDate month) {
            view = households.find(household, month, today.now()).orElse(null);
            assessment = view == null || view.members().isEmpty() ? null : assess(household, month);
        }

        private @Nullable Assessment assess(long household, LocalDate month) {
            try {
                return households.assess(household, month, today.now());
            } catch (NoSuchElementException | MissingParameterException e) {
                return null;
            }
        }

        Answer of(Award award) {
            if (view == null || view.members().stream().allMatch(m -> m.death() != null)) {
                return new Answer(List.of(), null);
            }
            Assessment a = assessment;
            if (a == null) {
                return new Answer(List.of(), Code.NO_ANSWER);
            }
            PartsByRules parts = new PartsByRules(a, view);
            return award.aid() == Aid.DIBAO ? dibao(parts) : new Answer(parts.of(award.aid(), award.person()), null);
        }

        private static Answer dibao(PartsByRules parts) {
            boolean look = Look.at(parts.assessment()).stream().anyMatch(l -> l.clause() == Clause.GRADUAL_EXIT);
            return look ? new Answer(List.of(), Code.PERSON_MUST_LOOK) : new Answer(parts.of(Aid.DIBAO, null), null);
        }
    }
}
