package org.doudi.server.changes;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.doudi.policy.Assets;
import org.doudi.policy.Household;
import org.doudi.policy.IncomeItem;
import org.doudi.policy.Job;
import org.doudi.policy.JobMode;
import org.doudi.policy.Labour;
import org.doudi.policy.Member;
import org.doudi.policy.Member.Trait;
import org.doudi.policy.SpendingItem;
import org.doudi.server.changes.ReportRefused.Fault;
import org.doudi.server.registry.ChangeKind;
import org.doudi.server.registry.DisasterKind;
import org.doudi.server.registry.Evidence;
import org.doudi.server.registry.FactChange;
import org.doudi.server.registry.FactContent;
import org.doudi.server.registry.FactContent.Disaster;
import org.doudi.server.registry.FactContent.Disasters;
import org.doudi.server.registry.HouseholdChange;
import org.doudi.server.registry.HouseholdChange.NewHeads;
import org.doudi.server.registry.HouseholdChanges.Away;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.MemberView;
import org.doudi.server.registry.NewPerson;
import org.doudi.server.registry.Relation;
import org.jspecify.annotations.Nullable;

/** Reads a report against what is known of the family, and says what is to be written; all that is wrong is told at once. */
final class ReportReading {
    private static final int LONGEST_NAME = 40;
    private static final int SHORTEST = 2;
    private static final int FIRST_YEAR = 1990;

    private final HouseholdView view;
    private final List<Away> away;
    private final Household now;
    private final Disasters disasters;
    private final Told told;
    private final List<Fault> faults = new ArrayList<>();

    ReportReading(HouseholdView view, List<Away> away, Household now, Disasters disasters, Told told) {
        this.view = view;
        this.away = away;
        this.now = now;
        this.disasters = disasters;
        this.told = told;
    }

    /** What is to be written: a change of the household, or facts. */
    record Writing(@Nullable HouseholdChange change, List<FactChange> facts) {
        Writing {
            facts = List.copyOf(facts);
        }
    }

    /** The day that is reported. */
    static Optional<LocalDate> day(Told told) {
        try {
            LocalDate day = LocalDate.parse(told.of("on"));
            return day.getYear() < FIRST_YEAR ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Reads it, for a day of the office. */
    Writing read(LocalDate today, String source) {
        LocalDate on = day(told).filter(d -> !d.isAfter(today)).orElse(null);
        if (on == null) {
            faults.add(Fault.ON);
        }
        if (told.of("document").length() < SHORTEST) {
            faults.add(Fault.DOCUMENT);
        }
        Evidence evidence = faults.isEmpty() && on != null ? new Evidence(on, source, told.of("document")) : null;
        Writing writing = writing(evidence == null ? new Evidence(today, source, "-") : evidence);
        if (!faults.isEmpty() || writing == null) {
            throw ReportRefused.faulty(faults.stream().distinct().toList());
        }
        return writing;
    }

    private @Nullable Writing writing(Evidence evidence) {
        long id = view.id();
        return switch (told.kind()) {
            case BIRTH -> arrival(evidence, ChangeKind.BIRTH, Labour.NONE);
            case MARRIAGE -> arrival(evidence, ChangeKind.MARRIAGE, chosen(Labour.class, "labour", Fault.LABOUR));
            case DEATH -> of(member().map(m -> new HouseholdChange.Death(id, evidence, m.person(), head())));
            case PRISON -> of(member().map(m -> new HouseholdChange.Departure(id, evidence, m.person(), head())));
            case RELEASE -> back(evidence);
            case MOVE -> move(evidence);
            case JOB -> job(evidence);
            case ILLNESS -> illness(evidence);
            case VEHICLE -> owned(evidence, assets(now.assets().houses(), number("cars")));
            case HOUSE -> owned(evidence, assets(number("houses"), now.assets().cars()));
            case DISASTER -> disaster(evidence);
        };
    }

    private static @Nullable Writing of(Optional<? extends HouseholdChange> change) {
        return change.map(c -> new Writing(c, List.of())).orElse(null);
    }

    private @Nullable Writing arrival(Evidence evidence, ChangeKind kind, @Nullable Labour labour) {
        String name = told.of("name");
        String idNumber = told.of("idNumber").replace(" ", "").toUpperCase(Locale.ROOT);
        Relation relation = relation();
        must(!name.isEmpty() && name.length() <= LONGEST_NAME, Fault.NAME);
        must(NewPerson.isSound(idNumber), Fault.ID_NUMBER);
        if (!faults.isEmpty() || relation == null || labour == null) {
            return null;
        }
        Long kin = among(view.members(), "kin").map(MemberView::person).orElse(null);
        return of(Optional.of(new HouseholdChange.Arrival(
                view.id(), evidence, kind, new NewPerson(name, idNumber, relation, labour), kin)));
    }

    private @Nullable Writing back(Evidence evidence) {
        Optional<Away> who = away.stream()
                .filter(a -> Long.toString(a.person()).equals(told.of("away")))
                .findFirst();
        must(who.isPresent(), Fault.AWAY);
        Relation relation = relation();
        return relation == null
                ? null
                : of(who.map(a -> new HouseholdChange.Return(view.id(), evidence, a.person(), relation)));
    }

    private @Nullable Writing move(Evidence evidence) {
        String village = told.of("village").split(" ", 2)[0];
        must(village.matches("\\d{12}"), Fault.VILLAGE);
        must(told.of("address").length() >= SHORTEST, Fault.ADDRESS);
        return of(Optional.of(new HouseholdChange.Move(view.id(), evidence, village, told.of("address"))));
    }

    private @Nullable Writing job(Evidence evidence) {
        Optional<MemberView> who = member();
        boolean lost = told.of("mode").equals("NONE");
        JobMode mode = lost ? null : chosen(JobMode.class, "mode", Fault.MODE);
        int months = lost ? 0 : number("months");
        must(lost || (months >= 1 && months <= Job.MOST_MONTHS), Fault.MONTHS);
        long fen = lost && told.of("yuan").isEmpty() ? 0 : fen("yuan");
        if (!faults.isEmpty() || who.isEmpty()) {
            return null;
        }
        Job job = mode == null ? null : new Job(mode, months);
        int place = place(who.get());
        return new Writing(
                null,
                List.of(
                        fact(
                                who.get().person(),
                                evidence,
                                new FactContent.Person(
                                        now.member(place).toBuilder().job(job).build())),
                        fact(null, evidence, FactContent.Income.with(now, place, IncomeItem.WAGE, fen))));
    }

    private @Nullable Writing illness(Evidence evidence) {
        Optional<MemberView> who = member();
        Illness how = chosen(Illness.class, "illness", Fault.ILLNESS);
        long fen = fen("cost");
        if (!faults.isEmpty() || who.isEmpty() || how == null) {
            return null;
        }
        int place = place(who.get());
        Member.Builder member = now.member(place).toBuilder();
        switch (how) {
            case SERIOUS -> member.trait(Trait.SERIOUSLY_ILL).without(Trait.BEDRIDDEN);
            case BEDRIDDEN -> member.trait(Trait.SERIOUSLY_ILL).trait(Trait.BEDRIDDEN);
            case WELL -> member.without(Trait.SERIOUSLY_ILL).without(Trait.BEDRIDDEN);
        }
        return new Writing(
                null,
                List.of(
                        fact(who.get().person(), evidence, new FactContent.Person(member.build())),
                        fact(
                                null,
                                evidence,
                                FactContent.Spending.with(now, place, SpendingItem.MEDICAL_SELF_PAID, fen))));
    }

    private @Nullable Writing disaster(Evidence evidence) {
        DisasterKind what = chosen(DisasterKind.class, "disaster", Fault.DISASTER);
        long fen = fen("loss");
        return what == null
                ? null
                : new Writing(
                        null, List.of(fact(null, evidence, disasters.with(new Disaster(evidence.on(), what, fen)))));
    }

    private Assets assets(int houses, int cars) {
        Assets known = now.assets();
        return new Assets(known.financialFen(), houses, cars, known.machines(), known.business());
    }

    private Writing owned(Evidence evidence, Assets assets) {
        return new Writing(null, List.of(fact(null, evidence, new FactContent.Owned(assets))));
    }

    private FactChange fact(@Nullable Long person, Evidence evidence, FactContent content) {
        return new FactChange(
                view.id(), person, content, evidence.on(), null, evidence.source() + "；" + evidence.document());
    }

    private int place(MemberView who) {
        for (int i = 0; i < now.size(); i++) {
            if (now.memberId(i).equals(who.number())) {
                return i;
            }
        }
        throw new IllegalStateException("member " + who.number() + " is not in the record");
    }

    private Optional<MemberView> member() {
        Optional<MemberView> who = among(view.members(), "person");
        must(who.isPresent(), Fault.PERSON);
        return who;
    }

    private Optional<MemberView> among(List<MemberView> members, String field) {
        return members.stream()
                .filter(m -> Long.toString(m.person()).equals(told.of(field)))
                .findFirst();
    }

    private @Nullable NewHeads head() {
        return among(view.members(), "head")
                .map(m -> new NewHeads(m.person(), Map.of()))
                .orElse(null);
    }

    private @Nullable Relation relation() {
        Relation relation = chosen(Relation.class, "relation", Fault.RELATION);
        must(relation != Relation.HEAD, Fault.RELATION);
        return relation;
    }

    private <E extends Enum<E>> @Nullable E chosen(Class<E> type, String field, Fault fault) {
        Optional<E> found = Arrays.stream(type.getEnumConstants())
                .filter(c -> c.name().equals(told.of(field)))
                .findFirst();
        must(found.isPresent(), fault);
        return found.orElse(null);
    }

    private int number(String field) {
        boolean sound = told.of(field).matches("\\d{1,2}");
        must(sound, Fault.NUMBER);
        return sound ? Integer.parseInt(told.of(field)) : 0;
    }

    private long fen(String field) {
        boolean sound = told.of(field).matches("\\d{1,8}([.]\\d{1,2})?");
        must(sound, Fault.YUAN);
        return sound ? new BigDecimal(told.of(field)).movePointRight(2).longValueExact() : 0;
    }

    private void must(boolean so, Fault fault) {
        if (!so) {
            faults.add(fault);
        }
    }
}
