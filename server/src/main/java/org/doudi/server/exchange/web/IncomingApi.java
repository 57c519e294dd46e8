package org.doudi.server.exchange.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import org.doudi.policy.Gap;
import org.doudi.server.api.Api;
import org.doudi.server.api.Cursor;
import org.doudi.server.exchange.Feedback;
import org.doudi.server.exchange.IncomingGaps;
import org.doudi.server.exchange.IncomingGaps.RowGap;
import org.doudi.server.exchange.IncomingLists;
import org.doudi.server.exchange.IncomingLists.Taken;
import org.doudi.server.exchange.IncomingLists.Upload;
import org.doudi.server.exchange.SharedList;
import org.doudi.server.exchange.SharingRefused;
import org.doudi.server.exchange.SharingRefused.Cause;
import org.doudi.server.exchange.SystemRight;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Role;
import org.doudi.server.matching.GapState;
import org.doudi.server.matching.ListGap;
import org.doudi.server.matching.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists that systems of departments hand in: in parts, taken when they are whole, and told back row by row. */
@Api
@Tag(name = "Incoming lists")
@RequestMapping(path = Api.ROOT + "/exchange")
@Access({Role.COUNTY_OFFICER, Role.POVERTY_OFFICER, Role.DISABLED_FEDERATION_OFFICER})
class IncomingApi {
    private final IncomingLists incoming;
    private final IncomingGaps gaps;
    private final Feedback feedback;
    private final SystemPace pace;

    IncomingApi(IncomingLists incoming, IncomingGaps gaps, Feedback feedback, SystemPace pace) {
        this.gaps = gaps;
        this.feedback = feedback;
        this.incoming = incoming;
        this.pace = pace;
    }

    /**
     * What is to be handed in.
     *
     * @param bytes of the whole file
     * @param hash SM3 of the whole file, in hexadecimal digits
     */
    record Announced(SharedList list, long bytes, String hash) {}

    /**
     * How far a file is.
     *
     * @param partBytes the size of each part but the last
     * @param parts how many there are
     * @param received those that are here, from 0
     */
    record UploadState(long id, SharedList list, int partBytes, int parts, List<Integer> received) {
        UploadState {
            received = List.copyOf(received);
        }

        static UploadState of(Upload upload) {
            return new UploadState(
                    upload.id(), upload.list(), IncomingLists.PART_BYTES, upload.count(), upload.parts());
        }
    }

    /** A list that was taken. */
    record ListTaken(long id, SharedList list, int version, String hash, int receipts) {
        static ListTaken of(Taken taken) {
            return new ListTaken(taken.id(), taken.list(), taken.version(), taken.hash(), taken.receipts());
        }
    }

    /**
     * A gap between rules and rolls that opened when a row was written, and what became of it.
     *
     * @param row the sender's key of the row
     * @param dueOn the day by which its end is to be told
     * @param outcome what came of it, once that is known
     * @param clock whether that is late
     */
    record GapOfRow(
            long id,
            String row,
            Gap.Kind kind,
            GapState state,
            LocalDate openedOn,
            LocalDate dueOn,
            @Nullable Outcome outcome,
            @Nullable LocalDate endedOn,
            ListGap.Clock clock) {
        static GapOfRow of(RowGap told) {
            ListGap gap = told.gap();
            return new GapOfRow(
                    gap.id(),
                    told.row(),
                    gap.kind(),
                    gap.state(),
                    gap.openedOn(),
                    gap.dueOn(),
                    gap.outcome(),
                    gap.endedOn(),
                    told.clock());
        }
    }

    @ModelAttribute
    void pace(HttpServletResponse response) {
        pace.take(response);
    }

    /** Begins a file, or tells how far the same one is. */
    @PostMapping(path = "/uploads", produces = MediaType.APPLICATION_JSON_VALUE)
    UploadState begin(@RequestBody Announced announced) {
        return UploadState.of(incoming.begin(announced.list(), announced.bytes(), announced.hash()));
    }

    @GetMapping(path = "/uploads/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    UploadState state(@PathVariable long id) {
        return UploadState.of(incoming.find(id));
    }

    /** Takes a part; the same one again changes nothing. */
    @PutMapping(
            path = "/uploads/{id}/parts/{nth}",
            consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    UploadState part(@PathVariable long id, @PathVariable int nth, @RequestBody byte[] content) {
        return UploadState.of(incoming.part(id, nth, content));
    }

    /**
     * Checks the file and takes it, whole or not at all. The channel of an answer to a check is the number of the request; its rows name those of the request, and
     * what it tells is written by the county that asked.
     */
    @PostMapping(path = "/uploads/{id}/end", produces = MediaType.APPLICATION_JSON_VALUE)
    ListTaken end(@PathVariable long id) {
        return ListTaken.of(incoming.end(id));
    }

    /** What became of the rows since the receipt before, signed by the platform; 204 while there is nothing new. */
    @PostMapping(path = "/lists/{id}/receipts", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> giveReceipt(@PathVariable long id) {
        return incoming.receipt(id)
                .map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /** What became of the gaps that opened when rows of a list were written. */
    @GetMapping(path = "/lists/{id}/gaps", produces = MediaType.APPLICATION_JSON_VALUE)
    Cursor.Page<GapOfRow> gaps(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit) {
        Cursor cursor = Cursor.of(after, limit);
        List<GapOfRow> rows = gaps.of(id, cursor.after(), cursor.limit()).stream()
                .map(GapOfRow::of)
                .toList();
        return cursor.page(rows, GapOfRow::id);
    }

    /**
     * What became of the gaps that came of a list, as a signed file whose rows are chained: those after a row, a thousand at most; 204 while there is nothing new.
     * A row is never changed; that an end holds no more is a row of its own.
     */
    @GetMapping(path = "/feedback/{list}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> feedback(@PathVariable SharedList list, @RequestParam(defaultValue = "0") int after) {
        if (!SystemRight.GIVE.granted().contains(list)) {
            throw new SharingRefused(Cause.NOT_FOUND);
        }
        return feedback.file(list, after)
                .map(file -> ResponseEntity.ok(file.bytes()))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
