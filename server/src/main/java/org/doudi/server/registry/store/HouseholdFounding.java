package org.doudi.server.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.registry.ListImports.RowState;
import org.doudi.server.registry.store.HouseholdJudge.Fate;
import org.doudi.server.registry.store.ImportWork.Plan;
import org.doudi.server.shell.Today;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes households of a list that are new as wholes. */
@Component
class HouseholdFounding {
    private final Sequences sequences;
    private final JdbcTemplate sets;
    private final IdNumbers idNumbers;
    private final Today today;
    private final AuditTrail trail;

    HouseholdFounding(Sequences sequences, JdbcTemplate sets, IdNumbers idNumbers, Today today, AuditTrail trail) {
        this.sequences = sequences;
        this.sets = sets;
        this.idNumbers = idNumbers;
        this.today = today;
        this.trail = trail;
    }

    /** Founds the households; the fates of their rows with who they are now. */
    List<Fate> found(Plan plan, List<List<Fate>> households) {
        Iterator<Long> householdIds = sequences.ids("household", households.size());
        Iterator<Long> personIds =
                sequences.ids("person", households.stream().mapToInt(List::size).sum());
        Instant now = today.now().truncatedTo(ChronoUnit.MICROS);
        List<Object[]> founded = new ArrayList<>();
        List<Object[]> persons = new ArrayList<>();
        List<Object[]> memberships = new ArrayList<>();
        List<Fate> written = new ArrayList<>();
        for (List<Fate> household : households) {
            long id = householdIds.next();
            List<HouseholdRow> members = household.stream()
                    .map(Fate::row)
                    .sorted(Comparator.comparing((HouseholdRow r) -> r.isHead() ? 0 : 1)
                            .thenComparing(r -> r.staged().line()))
                    .toList();
            HouseholdRow head = members.get(0);
            long headId = 0;
            for (int place = 0; place < members.size(); place++) {
                HouseholdRow row = members.get(place);
                long person = personIds.next();
                headId = place == 0 ? person : headId;
                LocalDate since = plan.holdsFrom().isAfter(row.birth()) ? plan.holdsFrom() : row.birth();
                persons.add(person(person, row));
                memberships.add(new Object[] {
                    id,
                    person,
                    head.village(),
                    Integer.toString(place + 1),
                    place,
                    row.relation().word(),
                    since,
                    Times.sql(now)
                });
                written.add(new Fate(row, RowState.ENTERED, null, id, person, List.of()));
            }
            String address = members.stream()
                    .map(HouseholdRow::address)
                    .filter(a -> !a.isEmpty())
                    .findFirst()
                    .orElse("");
            founded.add(new Object[] {id, head.village(), headId, address, plan.holdsFrom()});
        }
        sets.batchUpdate(
                "insert into registry.household (id, number, village, head, address, formed_on) values"
                        + " (?, 'H-' || nextval('registry.household_number'), ?, ?, ?, ?)",
                founded);
        sets.batchUpdate(
                "insert into registry.person (id, village, name, sex, birth, id_no_enc, id_no_idx, id_no_masked, number_sound,"
                        + " phone_enc, phone_idx) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                persons);
        sets.batchUpdate(
                "insert into registry.membership (household, person, village, number, place, relation, valid_from,"
                        + " known_from) values (?, ?, ?, ?, ?, ?, ?, ?)",
                memberships);
        for (Object[] household : founded) {
            trail.record(
                    Act.HOUSEHOLD_CHANGED,
                    Subject.household((long) household[0]),
                    plan.source(),
                    "founded from a list");
        }
        return written;
    }

    private Object[] person(long id, HouseholdRow row) {
        return new Object[] {
            id,
            row.village(),
            row.name(),
            row.sex().name(),
            row.birth(),
            idNumbers.encrypt(row.idNumber()),
            idNumbers.index(row.idNumber()),
            IdNumbers.masked(row.idNumber()),
            IdNumbers.isSound(row.idNumber()),
            idNumbers.phone(row.phone()),
            idNumbers.phoneIndex(row.phone())
        };
    }
}
