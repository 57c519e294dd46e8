package org.doudi.server.exchange.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.doudi.server.api.Api;
import org.doudi.server.api.Cursor;
import org.doudi.server.exchange.CheckRequests;
import org.doudi.server.exchange.Deliveries;
import org.doudi.server.exchange.Delivery;
import org.doudi.server.exchange.DeliveryReceipts;
import org.doudi.server.exchange.SharedList;
import org.doudi.server.exchange.SharingRefused;
import org.doudi.server.exchange.SharingRefused.Cause;
import org.doudi.server.exchange.SigningKeys;
import org.doudi.server.exchange.SystemRight;
import org.doudi.server.identity.Access;
import org.doudi.server.identity.Department;
import org.doudi.server.identity.Role;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.ListKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists for the systems of departments: what waits for them, the files, and their receipts. */
@Api
@Tag(name = "Exchange")
@RequestMapping(path = Api.ROOT + "/exchange")
@Access({Role.COUNTY_OFFICER, Role.POVERTY_OFFICER, Role.DISABLED_FEDERATION_OFFICER})
class ExchangeApi {
    private final Deliveries deliveries;
    private final DeliveryReceipts receipts;
    private final CheckRequests requests;
    private final SigningKeys keys;
    private final SystemPace pace;

    ExchangeApi(
            Deliveries deliveries,
            DeliveryReceipts receipts,
            CheckRequests requests,
            SigningKeys keys,
            SystemPace pace) {
        this.deliveries = deliveries;
        this.receipts = receipts;
        this.requests = requests;
        this.keys = keys;
        this.pace = pace;
    }

    /**
     * What the receiver is asked to check.
     *
     * @param number by which the answer names it
     * @param list that answers it
     */
    record CheckAsked(String number, ListKind list) {}

    /**
     * A delivery that waits, or was taken.
     *
     * @param hash by which receipts and the next delivery name it
     * @param bytes of its file
     * @param receipts how many were taken; the next receipt has the number after it
     * @param check what is asked of the receiver, where it is asked to check people
     */
    record DeliverySummary(
            long id,
            SharedList list,
            String county,
            Department receiver,
            int version,
            String period,
            String hash,
            long rows,
            long added,
            long changed,
            long gone,
            long bytes,
            Delivery.State state,
            LocalDate madeOn,
            LocalDate receiptDue,
            LocalDate handlingDue,
            int receipts,
            @Nullable CheckAsked check) {
        static DeliverySummary of(Delivery d, CheckRequests.@Nullable Asked check) {
            return new DeliverySummary(
                    d.id(),
                    d.channel().list(),
                    d.channel().county(),
                    d.channel().receiver(),
                    d.version(),
                    d.period().toString().substring(0, 7),
                    d.hash(),
                    d.figures().rows(),
                    d.figures().added(),
                    d.figures().changed(),
                    d.figures().gone(),
                    d.head().bytes().length + d.figures().bytes(),
                    d.clock().state(),
                    d.clock().madeOn(),
                    d.clock().receiptDue(),
                    d.clock().handlingDue(),
                    d.clock().receipts(),
                    check == null ? null : new CheckAsked(check.number(), check.list()));
        }
    }

    /**
     * How far the rows of a delivery are.
     *
     * @param open rows of which nothing was told yet
     */
    record ReceiptTaken(int receipts, long open) {}

    /** The key by which deliveries are signed. */
    record Signer(String pem) {}

    @ModelAttribute
    void pace(HttpServletResponse response) {
        pace.take(response);
    }

    @GetMapping(path = "/signer", produces = MediaType.APPLICATION_JSON_VALUE)
    Signer signer() {
        return new Signer(keys.open().pem());
    }

    @GetMapping(path = "/deliveries", produces = MediaType.APPLICATION_JSON_VALUE)
    Cursor.Page<DeliverySummary> waiting(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "100") int limit) {
        Cursor cursor = Cursor.of(after, limit);
        return cursor.page(
                summaries(deliveries.toReceive(SystemRight.TAKE.granted(), cursor.after(), cursor.limit())),
                DeliverySummary::id);
    }

    private List<DeliverySummary> summaries(List<Delivery> some) {
        Map<Long, CheckRequests.Asked> asked = requests.asked(some);
        return some.stream().map(d -> DeliverySummary.of(d, asked.get(d.id()))).toList();
    }

    @GetMapping(path = "/deliveries/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    DeliverySummary one(@PathVariable long id) {
        return summaries(List.of(granted(id))).get(0);
    }

    private Delivery granted(long id) {
        Delivery delivery = deliveries.get(id);
        if (delivery.channel().receiver() != Scope.officer().department()
                || !SystemRight.TAKE.granted().contains(delivery.channel().list())) {
            throw new SharingRefused(Cause.NOT_FOUND);
        }
        return delivery;
    }

    /** The file, or the part that is asked for by {@code Range}. */
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE, schema = @Schema(type = "string")))
    @GetMapping(path = "/deliveries/{id}/file", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    void file(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
            HttpServletResponse response)
            throws IOException {
        granted(id);
        DeliveryBytes.send(deliveries.handOver(id), deliveries, range, response);
    }

    /** Takes a signed receipt; the same bytes again change nothing and get the same answer. */
    @PostMapping(
            path = "/deliveries/{id}/receipts",
            consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ReceiptTaken takeReceipt(@PathVariable long id, @RequestBody byte[] file) {
        granted(id);
        if (!receipts.isTaken(id, file)) {
            receipts.take(id, file);
        }
        return new ReceiptTaken(
                deliveries.get(id).clock().receipts(), receipts.progress(id).open());
    }
}
