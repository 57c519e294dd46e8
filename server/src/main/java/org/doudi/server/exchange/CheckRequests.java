package org.doudi.server.exchange;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.exchange.Agreement.Channel;
import org.doudi.server.exchange.CheckRequest.Standing;
import org.doudi.server.exchange.SharingRefused.Cause;
import org.doudi.server.exchange.store.AgreementStore;
import org.doudi.server.exchange.store.CheckStore;
import org.doudi.server.exchange.store.CheckStore.Line;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.ListImports;
import org.doudi.server.registry.ListImports.Row;
import org.doudi.server.registry.ListImports.RowState;
import org.doudi.server.registry.ListKind;
import org.doudi.server.shell.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Economic checks by other departments (clause 2.4-4). Under an agreement with that purpose a department gets a signed list of people and the fields that were
 * agreed, and nothing else; its answer is a list of income or property in which each row names the request.
 */
@Service
public class CheckRequests {
    /** How many stand on a page. */
    public static final int PAGE = 50;

    /** The lists that can answer. */
    public static final List<ListKind> ANSWERS = List.of(ListKind.INCOME, ListKind.PROPERTY);

    /** The column of an answer in which each row names the request. */
    public static final String NUMBER = "核对编号";

    private static final int MOST_HOUSEHOLDS = 50_000;
    private static final int AT_ONCE = 500;

    private final Deliveries deliveries;
    private final AgreementStore agreements;
    private final CheckStore store;
    private final ListImports imports;
    private final AuditTrail trail;
    private final Today today;

    CheckRequests(
            Deliveries deliveries,
            AgreementStore agreements,
            CheckStore store,
            ListImports imports,
            AuditTrail trail,
            Today today) {
        this.deliveries = deliveries;
        this.agreements = agreements;
        this.store = store;
        this.imports = imports;
        this.trail = trail;
        this.today = today;
    }

    /** The departments that one's county can ask today. */
    @Transactional
    public List<Department> receivers() {
        String county = Scope.officer().area().code();
        return Agreements.RECEIVERS.stream()
                .filter(d -> agreement(new Channel(county, SharedList.CHECK, d)).isPresent())
                .toList();
    }

    private Optional<Agreement> agreement(Channel channel) {
        return agreements.inForce(channel).filter(a -> a.holds(today.date()));
    }

    /**
     * Asks a department about everybody who lives in some households.
     *
     * @param kind {@link ListKind#INCOME} or {@link ListKind#PROPERTY}
     * @return the delivery that is the request
     */
    @Transactional
    public long ask(Department receiver, ListKind kind, List<Long> households) {
        Officer officer = Scope.officer();
        Channel channel = new Channel(officer.area().code(), SharedList.CHECK, receiver);
        if (!Agreements.keeps(officer, SharedList.CHECK)) {
            throw new SharingRefused(Cause.NOT_YOURS, SharedList.CHECK, receiver);
        }
        if (households.isEmpty() || households.size() > MOST_HOUSEHOLDS || !ANSWERS.contains(kind)) {
            throw new SharingRefused(Cause.NOBODY_TO_CHECK, SharedList.CHECK, receiver);
        }
        Agreement agreement = agreement(channel)
                .orElseThrow(() -> new SharingRefused(Cause.NO_AGREEMENT, SharedList.CHECK, receiver));
        LocalDate day = today.date();
        Delivery made = deliveries.make(
                new Deliveries.Request(
                        SharedList.CHECK,
                        receiver,
                        YearMonth.from(day),
                        agreement.terms().fields(),
                        deliveries.lastVersion(channel)),
                id -> store.ask(id, channel.county(), kind, households, day));
        return made.id();
    }

    /** What was asked, the last first. */
    @Transactional
    public List<CheckRequest> list(int page) {
        return store.list(page * PAGE, PAGE);
    }

    /** One of them. */
    @Transactional
    public CheckRequest get(long id) {
        return store.find(id).orElseThrow(() -> new SharingRefused(Cause.NOT_FOUND));
    }

    /**
     * What a delivery asks for.
     *
     * @param number by which an answer names it
     * @param list that answers it
     */
    public record Asked(String number, ListKind list) {}

    /** What those of some deliveries ask for that ask for a check, by delivery. */
    @Transactional
    public Map<Long, Asked> asked(List<Delivery> some) {
        Map<Long, ListKind> kinds = store.kinds(some.stream()
                .filter(d -> d.channel().list() == SharedList.CHECK)
                .map(Delivery::id)
                .toList());
        return some.stream()
                .filter(d -> kinds.containsKey(d.id()))
                .collect(Collectors.toMap(
                        Delivery::id,
                        d -> new Asked(
                                d.channel().name() + "-" + d.version(), Objects.requireNonNull(kinds.get(d.id())))));
    }

    /** A list that answers a request, and how it came. */
    public record Given(ListImports.View list, CheckStore.Answer how) {}

    /** The lists that answer a request, the last first. */
    @Transactional
    public List<Given> answers(long id) {
        return store.answers(id, PAGE).stream()
                .map(answer -> new Given(imports.get(answer.listImport()), answer))
                .toList();
    }

    /** Who is asked for, those first of whom nothing was told. */
    @Transactional
    public List<Line> lines(long id, int page) {
        List<Line> lines = store.lines(id, page * PAGE, PAGE);
        trail.record(Act.SEARCHED, Subject.NONE, "", "check " + id + " " + lines.size());
        return lines;
    }

    /**
     * Takes the file that answers a request, to be looked at and written as any list of the department.
     *
     * @return the import that it is
     * @throws org.doudi.linkage.table.UnreadableList if it is no list
     */
    @Transactional
    public long answer(long id, String fileName, Path file) {
        Officer officer = Scope.officer();
        CheckRequest request = get(id);
        if (!Agreements.keeps(officer, SharedList.CHECK)) {
            throw new SharingRefused(Cause.NOT_YOURS, SharedList.CHECK, request.receiver());
        }
        long listImport = imports.read(request.kind(), fileName, file);
        if (!names(imports.get(listImport), request.number())) {
            throw new SharingRefused(Cause.OTHER_CHECK, SharedList.CHECK, request.receiver());
        }
        store.answer(
                id, request.county(), listImport, today.date(), officer.id().value());
        trail.record(Act.RECEIPT_TAKEN, Subject.NONE, "", "answer to check " + request.number() + ": " + fileName);
        return listImport;
    }

    /** Whether each row names the request. */
    private boolean names(ListImports.View view, String number) {
        int at = view.header().indexOf(NUMBER);
        if (at < 0) {
            return false;
        }
        for (RowState state : RowState.values()) {
            int from = 0;
            for (List<Row> rows = imports.rows(view.id(), state, from, AT_ONCE);
                    !rows.isEmpty();
                    rows = imports.rows(view.id(), state, from, AT_ONCE)) {
                for (Row row : rows) {
                    if (row.cells().size() <= at || !row.cells().get(at).strip().equals(number)) {
                        return false;
                    }
                }
                from = rows.get(rows.size() - 1).line() + 1;
            }
        }
        return true;
    }

    /** How far a household is checked since a day: it counts as answered when all that was asked of it last is. */
    @Transactional
    public Standing standing(long household, LocalDate since) {
        List<Standing> all = store.of(household, since).stream()
                .map(request -> request.standing(today.date()))
                .toList();
        if (all.isEmpty()) {
            return Standing.NOT_ASKED;
        }
        if (all.contains(Standing.LATE)) {
            return Standing.LATE;
        }
        return all.contains(Standing.WAITING) ? Standing.WAITING : Standing.ANSWERED;
    }

    /** Whether the department that was asked may still be told of people, and so answer. */
    boolean isAgreed(CheckRequest request) {
        return agreement(new Channel(request.county(), SharedList.CHECK, request.receiver()))
                .isPresent();
    }

    /** The platform's day, by which clocks are read. */
    public LocalDate day() {
        return today.date();
    }
}
