package org.doudi.server.benefits.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.doudi.server.benefits.Aid;
import org.doudi.server.benefits.Award;
import org.doudi.server.benefits.BankAccounts.BankAccount;
import org.doudi.server.benefits.BankAccounts.State;
import org.doudi.server.benefits.Hold;
import org.doudi.server.benefits.LineView;
import org.doudi.server.casework.BenefitLine;
import org.doudi.server.casework.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How a household stands with one aid: eligible, awarded, held and paid are separate facts, and the word says where it stops.
 *
 * @param eligible whether the facts of today are enough
 * @param fen what is awarded a month now
 * @param hold what holds it, or null
 * @param last its newest line, or null
 * @param why the message {@code benefits.why.<why>}
 */
public record Standing(
        Aid aid, Outcome eligible, long fen, @Nullable Hold hold, LineView.@Nullable Row last, Why why) {
    /** Of several members' outcomes the best counts for the row. */
    private static final List<Outcome> RANK = List.of(Outcome.GRANTED, Outcome.PERSON_MUST_LOOK, Outcome.REFUSED);

    /** What is owed for one month only. */
    private static final Set<Aid> ONCE =
            Set.of(Aid.PREMIUM_SUBSIDY, Aid.PRICE_SUBSIDY, Aid.MEDICAL_AID, Aid.TEMPORARY_AID);

    /** Where it stops. */
    public enum Why {
        PAID,
        SENT,
        HELD,
        NO_ACCOUNT,
        REJECTED,
        WAITS_FOR_RUN,
        NOT_AWARDED,
        ENDS,
        NOTHING
    }

    /** One row an aid that the household may get, has or had. */
    static List<Standing> of(
            List<BenefitLine> entitled,
            List<Award> awards,
            List<Hold> holds,
            List<BankAccount> accounts,
            List<LineView.Row> lines,
            LocalDate day) {
        List<Standing> rows = new ArrayList<>();
        LocalDate next = day.withDayOfMonth(1).plusMonths(1);
        Hold hold = holds.stream()
                .filter(h -> h.liftedOn() == null && !h.from().isAfter(next))
                .findFirst()
                .orElse(null);
        boolean account = accounts.stream().anyMatch(a -> a.state() == State.ACTIVE);
        for (Aid aid : Aid.values()) {
            Outcome eligible = entitled.stream()
                    .filter(b -> b.benefit().name().equals(aid.name()))
                    .map(BenefitLine::standing)
                    .min(Comparator.comparing(RANK::indexOf))
                    .orElse(Outcome.REFUSED);
            long fen = awards.stream()
                    .filter(a -> a.aid() == aid && counts(a, lines, day))
                    .mapToLong(Award::fen)
                    .sum();
            if (aid == Aid.PRICE_SUBSIDY && fen > 0) {
                eligible = Outcome.GRANTED;
            }
            Optional<LineView.Row> last =
                    lines.stream().filter(l -> l.aid() == aid).findFirst();
            if (eligible != Outcome.REFUSED || fen > 0 || last.isPresent()) {
                rows.add(new Standing(
                        aid,
                        eligible,
                        fen,
                        fen > 0 ? hold : null,
                        last.orElse(null),
                        why(
                                aid,
                                eligible,
                                fen,
                                hold,
                                account,
                                last.map(LineView.Row::state).orElse(""))));
            }
        }
        return rows;
    }

    /** Whether an award counts on a day: it goes on, it begins next month, or it is for one month and that was not run yet. */
    private static boolean counts(Award award, List<LineView.Row> lines, LocalDate day) {
        LocalDate until = award.until();
        if (award.from().isAfter(day.withDayOfMonth(1).plusMonths(1))) {
            return false;
        }
        boolean goesOn = until == null || until.isAfter(day);
        return goesOn
                || (ONCE.contains(award.aid())
                        && lines.stream()
                                .noneMatch(l ->
                                        l.aid() == award.aid() && !l.month().isBefore(award.from())));
    }

    private static Why why(Aid aid, Outcome eligible, long fen, @Nullable Hold hold, boolean account, String last) {
        if (fen == 0 && !(ONCE.contains(aid) && !last.isEmpty())) {
            if (eligible == Outcome.GRANTED) {
                return Why.NOT_AWARDED;
            }
            return last.isEmpty() ? Why.NOTHING : Why.ENDS;
        }
        if (hold != null && fen > 0) {
            return Why.HELD;
        }
        return switch (last) {
            case "PAID" -> Why.PAID;
            case "SENT" -> Why.SENT;
            case "REJECTED", "REVERSED" -> Why.REJECTED;
            case "HELD" -> Why.HELD;
            case "STOPPED" -> fen == 0 ? Why.ENDS : account ? Why.WAITS_FOR_RUN : Why.NO_ACCOUNT;
            default -> account ? Why.WAITS_FOR_RUN : Why.NO_ACCOUNT;
        };
    }
}
