package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.doudi.policy.Household;
import org.doudi.policy.Member;
import org.doudi.policy.Member.Trait;
import org.doudi.policy.RegisterState;
import org.doudi.policy.Rolls;
import org.doudi.server.registry.FactKind;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns households of a load into rows of the tables. */
final class LoadBatch {
    static final String SOURCE = "建库导入";

    final CopyText households = new CopyText();
    final CopyText persons = new CopyText();
    final CopyText memberships = new CopyText();
    final CopyText facts = new CopyText();
    final CopyText rolls = new CopyText();

    private final IdNumbers idNumbers;
    private final Instant latest;
    private final Iterator<Long> householdIds;
    private final Iterator<Long> personIds;

    /** A household of the files. */
    record Loaded(Household household, List<PersonRows.Row> persons) {}

    LoadBatch(IdNumbers idNumbers, Instant latest, Iterator<Long> householdIds, Iterator<Long> personIds) {
        this.idNumbers = idNumbers;
        this.latest = latest;
        this.householdIds = householdIds;
        this.personIds = personIds;
    }

    /** Whose rows are being written, and since when they hold and are known. */
    private record Context(long id, String village, LocalDate from, Instant known) {}

    void add(Loaded loaded) {
        Household h = loaded.household();
        Instant day = h.assessedOn().atStartOfDay(Today.ZONE).toInstant();
        Context c = new Context(
                householdIds.next(), h.village(), h.assessedOn().withDayOfYear(1), day.isAfter(latest) ? latest : day);
        Map<String, PersonRows.Row> rows =
                loaded.persons().stream().collect(Collectors.toMap(PersonRows.Row::number, Function.identity()));
        Long head = null;
        JsonNode json = Pieces.json(h);
        for (int place = 0; place < h.size(); place++) {
            Member member = h.member(place);
            PersonRows.Row row = rows.get(member.memberId());
            if (row == null) {
                throw new IllegalArgumentException(
                        "member " + member.memberId() + " of " + h.householdId() + " is not in the list of persons");
            }
            long id = personIds.next();
            head = head == null || row.isHead() ? Long.valueOf(id) : head;
            person(c, member, row, id, place);
            fact(c, id, FactKind.MEMBER, Pieces.person(json.get("members").get(place)));
            rolls(c, member, id);
        }
        String address = loaded.persons().get(0).address();
        households.row(c.id(), h.householdId(), c.village(), head, address, c.from());
        fact(c, null, FactKind.INCOME, json.get("income"));
        fact(c, null, FactKind.SPENDING, json.get("spending"));
        fact(c, null, FactKind.ASSETS, json.get("assets"));
        fact(c, null, FactKind.GUARANTEES, json.get("guarantees"));
        fact(c, null, FactKind.CONSENT, json.get("consent"));
        rolls(c, h.rolls());
    }

    private void person(Context c, Member member, PersonRows.Row row, long id, int place) {
        persons.row(
                id,
                c.village(),
                row.name(),
                row.sex(),
                member.birthDate(),
                idNumbers.encrypt(row.idNumber()),
                idNumbers.index(row.idNumber()),
                IdNumbers.masked(row.idNumber()),
                IdNumbers.isSound(row.idNumber()),
                idNumbers.phone(row.phone()),
                idNumbers.phoneIndex(row.phone()));
        memberships.row(
                c.id(),
                id,
                c.village(),
                member.memberId(),
                place,
                row.relation(),
                later(c.from(), member.birthDate()),
                c.known());
    }

    private void fact(Context c, @Nullable Long person, FactKind kind, JsonNode content) {
        facts.row(c.id(), person, c.village(), kind, content, c.from(), c.known(), SOURCE);
    }

    private void rolls(Context c, Member member, long id) {
        person(c, member.is(Trait.ON_TEKUN_ROLL), Roll.TEKUN, id);
        person(c, member.is(Trait.ON_LIVING_ALLOWANCE_ROLL), Roll.LIVING_ALLOWANCE, id);
        person(c, member.is(Trait.ON_CARE_ALLOWANCE_ROLL), Roll.CARE_ALLOWANCE, id);
        person(c, member.is(Trait.PREFERENTIAL), Roll.PREFERENTIAL, id);
        person(c, member.disability() != null, Roll.DISABILITY, id);
    }

    private void person(Context c, boolean listed, Roll roll, long id) {
        if (listed) {
            rolls.row(roll, c.id(), id, c.village(), "{}", c.from(), null, c.known(), SOURCE);
        }
    }

    private void rolls(Context c, Rolls on) {
        Rolls.DibaoEntry dibao = on.dibao();
        if (dibao != null) {
            LocalDate since = dibao.since();
            RollEntry entry = new RollEntry(Roll.DIBAO, null, since, dibao.monthlyFen(), null);
            household(c, entry, since == null ? c.from() : since, null);
        }
        Rolls.RegisterEntry register = on.register();
        if (register == null) {
            return;
        }
        LocalDate lifted = register.liftedOn();
        RollEntry now =
                RollEntry.register(new RollEntry.Register(register.state(), lifted, register.throughProgramme()));
        if (register.state() == RegisterState.LIFTED && lifted != null) {
            if (lifted.isAfter(c.from())) {
                // before the day of lifting out it stood there as poor
                household(
                        c,
                        RollEntry.register(new RollEntry.Register(RegisterState.POOR, null, false)),
                        c.from(),
                        lifted);
            }
            household(c, now, lifted, null);
        } else {
            household(c, now, c.from(), null);
        }
    }

    private void household(Context c, RollEntry entry, LocalDate from, @Nullable LocalDate to) {
        rolls.row(entry.roll(), c.id(), null, c.village(), Pieces.of(entry), from, to, c.known(), SOURCE);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
