package org.doudi.server.exchange;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.doudi.server.audit.Act;
import org.doudi.server.audit.AuditTrail;
import org.doudi.server.audit.Subject;
import org.doudi.server.exchange.container.FeedbackFile;
import org.doudi.server.exchange.container.FeedbackRow;
import org.doudi.server.exchange.container.Sealing;
import org.doudi.server.exchange.container.Sm3;
import org.doudi.server.exchange.store.FeedbackStore;
import org.doudi.server.exchange.store.FeedbackStore.Chain;
import org.doudi.server.identity.Scope;
import org.doudi.server.matching.ListGap;
import org.doudi.server.matching.ListGapsMoved;
import org.doudi.server.registry.Divisions;
import org.doudi.server.registry.HandedKeys;
import org.doudi.server.registry.ListKind;
import org.doudi.server.shell.Today;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a department hears of the gaps that came of its lists: a row for each end, and for each end that holds no more. A row is signed and chained to the one before
 * it in the transaction in which the gap moves, and stays as it is.
 */
@Service
public class Feedback {
    /** How many rows stand on a page. */
    public static final int PAGE = 50;

    /** How many rows a file has at most; the next file follows it. */
    public static final int MOST_OF_A_FILE = 1000;

    /** What stands in place of an outcome when a gap is opened again. */
    public static final String OPENED_AGAIN = "OPENED_AGAIN";

    private final FeedbackStore store;
    private final HandedKeys handed;
    private final SigningKeys keys;
    private final AuditTrail trail;
    private final Today today;

    Feedback(FeedbackStore store, HandedKeys handed, SigningKeys keys, AuditTrail trail, Today today) {
        this.store = store;
        this.handed = handed;
        this.keys = keys;
        this.trail = trail;
        this.today = today;
    }

    /** A row, and of which list it tells. */
    public record Told(ListKind list, FeedbackRow row) {
        /** What it says under a name of {@link FeedbackRow#SAID}. */
        public String said(String name) {
            return row.said().get(FeedbackRow.SAID.indexOf(name));
        }
    }

    /**
     * What a row says of a gap.
     *
     * @param key what the sender calls the row; empty for a list that people handed in
     * @param outcome of the gap, or {@link #OPENED_AGAIN}
     * @param dueOn the day by which it was to be told
     */
    public record Answer(
            String key,
            String fileName,
            int line,
            String kind,
            String outcome,
            LocalDate openedOn,
            LocalDate dueOn,
            @Nullable LocalDate endedOn) {
        static Answer of(ListGapsMoved.Row gap, String key) {
            return new Answer(
                    key,
                    gap.fileName(),
                    gap.line(),
                    gap.kind().name(),
                    gap.outcome() == null ? OPENED_AGAIN : gap.outcome().name(),
                    gap.openedOn(),
                    gap.dueOn(),
                    gap.endedOn());
        }

        /** The cells, as {@link FeedbackRow#SAID} names them. */
        public List<String> said() {
            return List.of(
                    key,
                    fileName,
                    Integer.toString(line),
                    kind,
                    outcome,
                    openedOn.toString(),
                    dueOn.toString(),
                    endedOn == null ? "" : endedOn.toString(),
                    ListGap.Clock.of(dueOn, endedOn, dueOn).name());
        }
    }

    @EventListener
    void moved(ListGapsMoved event) {
        Sealing by = keys.inUse();
        // always in one order, so that nobody waits for who waits for him
        Map<String, List<ListGapsMoved.Row>> chains = event.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> Divisions.county(row.village()) + row.list(), TreeMap::new, Collectors.toList()));
        chains.values().forEach(rows -> add(rows, by));
    }

    private void add(List<ListGapsMoved.Row> gaps, Sealing by) {
        String county = Divisions.county(gaps.get(0).village());
        ListKind list = gaps.get(0).list();
        Map<Long, Map<Integer, String>> rowKeys = rowKeys(gaps);
        Chain chain = store.lock(county, list);
        int number = chain.last();
        String hash = chain.hash();
        for (ListGapsMoved.Row gap : gaps) {
            number++;
            String key = rowKeys.getOrDefault(gap.listImport(), Map.of()).getOrDefault(gap.line(), "");
            Answer answer = Answer.of(gap, key);
            FeedbackRow row = FeedbackRow.sign(channel(county, list), hash, number, answer.said(), by);
            store.add(chain.id(), gap, answer, row);
            hash = row.hash();
        }
        store.end(chain.id(), number, hash);
    }

    private Map<Long, Map<Integer, String>> rowKeys(List<ListGapsMoved.Row> gaps) {
        Map<Long, Map<Integer, String>> found = new HashMap<>();
        gaps.stream()
                .collect(Collectors.groupingBy(ListGapsMoved.Row::listImport))
                .forEach((listImport, rows) -> found.put(
                        listImport,
                        handed.of(
                                listImport,
                                rows.stream().map(ListGapsMoved.Row::line).toList())));
        return found;
    }

    private static String channel(String county, ListKind list) {
        return county + "-" + list + "-" + list.department();
    }

    /** The lists of one's department. */
    public List<ListKind> lists() {
        return ListKind.of(Scope.officer().department());
    }

    /** A page of what one's department was told, the last first. */
    @Transactional
    public List<Told> latest(int page) {
        List<Told> found = store.latest(Divisions.county(Scope.officer().area().code()), page * PAGE, PAGE);
        trail.record(Act.SEARCHED, Subject.NONE, "", "feedback of lists " + found.size());
        return found;
    }

    /** The same, of a list that a system hands in. */
    @Transactional
    public Optional<Sent> file(SharedList list, int after) {
        return IncomingSheets.kind(list).flatMap(kind -> file(kind, after));
    }

    /** A file of what was told after a row; none where nothing was. */
    @Transactional
    public Optional<Sent> file(ListKind list, int after) {
        String area = Scope.officer().area().code();
        String county = Divisions.county(area);
        // an office of a part of the county sees a part of the chain, which cannot be checked
        if (list.department() != Scope.officer().department() || area.length() > county.length()) {
            throw new SharingRefused(SharingRefused.Cause.NOT_FOUND);
        }
        int from = Math.max(0, after);
        List<FeedbackRow> rows = store.of(county, list, from, MOST_OF_A_FILE).stream()
                .map(Told::row)
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        String previous =
                from == 0 ? Sm3.NOTHING : store.hash(county, list, from).orElseThrow();
        String channel = channel(county, list);
        int last = rows.get(rows.size() - 1).number();
        trail.record(Act.EXPORTED, Subject.NONE, "", "feedback " + channel + " " + (from + 1) + " to " + last);
        return Optional.of(new Sent(
                channel + "-" + last,
                FeedbackFile.write(channel, previous, today.date().toString(), rows, keys.inUse())));
    }

    /** A file, by its name without ending. */
    @SuppressWarnings("ArrayRecordComponent") // bytes that are handed through, never compared
    public record Sent(String name, byte[] bytes) {}
}
