package org.doudi.server.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.doudi.server.exchange.CheckRequest.Standing;
import org.doudi.server.exchange.IncomingLists.Upload;
import org.doudi.server.exchange.SharingRefused.Cause;
import org.doudi.server.exchange.container.Csv;
import org.doudi.server.exchange.container.DeliveryHead;
import org.doudi.server.exchange.store.CheckStore;
import org.doudi.server.exchange.store.CheckStore.Asked;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.Officer;
import org.doudi.server.registry.HandedKeys;
import org.doudi.server.registry.ListColumn;
import org.doudi.server.registry.ListKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Answers to economic checks that the system of a department hands in (clause 2.4-4). The channel of an answer is the number of the request; each row names the row of
 * the request that it answers, so that it can tell of nobody who was not asked for, and needs no name.
 */
@Component
class CheckAnswers {
    /** The column in which a row names the row of the request. */
    static final String ASKED_ROW = "ASKED_ROW";

    private static final int AT_ONCE = 1000;

    /** What each column of an answer is called in its file, by the list that it is. */
    private static final Map<ListKind, Map<String, ListColumn>> COLUMNS = Map.of(
            ListKind.INCOME,
            Map.of("INCOME_ITEM", ListColumn.ITEM, "YEARLY_YUAN", ListColumn.YUAN),
            ListKind.PROPERTY,
            Map.of(
                    "SAVINGS_YUAN",
                    ListColumn.SAVINGS,
                    "HOUSES",
                    ListColumn.HOUSES,
                    "CARS",
                    ListColumn.CARS,
                    "MACHINES",
                    ListColumn.MACHINES,
                    "BUSINESS",
                    ListColumn.BUSINESS));

    private final CheckStore store;
    private final CheckRequests requests;
    private final IncomingSheets sheets;

    CheckAnswers(CheckStore store, CheckRequests requests, IncomingSheets sheets) {
        this.store = store;
        this.requests = requests;
        this.sheets = sheets;
    }

    /** What a department was asked under a number. */
    CheckRequest asked(String number, Department department) {
        return store.numbered(number)
                .filter(request -> request.receiver() == department)
                .orElseThrow(() -> refused(Cause.NO_CHECK, department));
    }

    /** Whether a request went to a department. */
    boolean isOf(long request, Department department) {
        return store.find(request)
                .filter(asked -> asked.receiver() == department)
                .isPresent();
    }

    private static SharingRefused refused(Cause cause, Department department) {
        return new SharingRefused(cause, SharedList.CHECK, department);
    }

    /** Hands the rows on as a list of the office that asked, and begins to write them; a refusal where it is not asked for any more, or for something else. */
    long hand(Upload upload, DeliveryHead head, CheckRequest request, Officer sender) {
        LocalDate day = requests.day();
        if (!requests.isAgreed(request)) {
            throw refused(Cause.EXPIRED, request.receiver());
        }
        if (request.standing(day) == Standing.ANSWERED) {
            throw refused(Cause.CHECK_OVER, request.receiver());
        }
        List<String> fields = head.terms().fields();
        Map<String, ListColumn> known = COLUMNS.getOrDefault(request.kind(), Map.of());
        Map<ListColumn, Integer> columns = new EnumMap<>(ListColumn.class);
        List<String> names = new ArrayList<>(List.of(
                HandedKeys.COLUMN,
                ListColumn.NAME.headers().get(0),
                ListColumn.ID_NUMBER.headers().get(0)));
        columns.put(ListColumn.NAME, 1);
        columns.put(ListColumn.ID_NUMBER, 2);
        for (String field : fields.subList(Math.min(1, fields.size()), fields.size())) {
            ListColumn column = known.get(field);
            if (column == null || columns.put(column, names.size()) != null) {
                throw refused(Cause.ANSWER_FIELDS, request.receiver());
            }
            names.add(column.headers().get(0));
        }
        if (columns.size() < 3
                || !fields.get(0).equals(ASKED_ROW)
                || !columns.keySet().containsAll(request.kind().needed())) {
            throw refused(Cause.ANSWER_FIELDS, request.receiver());
        }
        names.add(CheckRequests.NUMBER);
        long listImport = sheets.read(
                request.kind(), head, columns, sheet -> new Sheet(request, sheet).write(upload, fields.size(), names));
        store.answer(
                request.delivery(),
                request.county(),
                listImport,
                day,
                sender.id().value());
        return listImport;
    }

    /** The sheet of an answer, written some rows at a time. */
    private final class Sheet {
        private final CheckRequest request;
        private final OutputStream out;
        private final List<List<String>> waiting = new ArrayList<>();

        Sheet(CheckRequest request, OutputStream out) {
            this.request = request;
            this.out = out;
        }

        void write(Upload upload, int fields, List<String> names) throws IOException {
            out.write(Csv.line(names));
            sheets.rows(upload, fields, row -> {
                waiting.add(row);
                if (waiting.size() == AT_ONCE) {
                    flush();
                }
            });
            flush();
        }

        private void flush() {
            Map<String, Asked> people = store.asked(
                    request.delivery(), waiting.stream().map(row -> row.get(2)).toList());
            try {
                for (List<String> row : waiting) {
                    out.write(Csv.line(said(row, people.get(row.get(2)))));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            waiting.clear();
        }

        private List<String> said(List<String> row, @Nullable Asked person) {
            if (person == null) {
                throw refused(Cause.NOT_ASKED_FOR, request.receiver());
            }
            List<String> said = new ArrayList<>(List.of(row.get(0), person.name(), person.idNumber()));
            said.addAll(row.subList(3, row.size()));
            said.add(request.number());
            return said;
        }
    }
}
