package org.doudi.server.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doudi.server.exchange.Deliveries;
import org.doudi.server.exchange.Delivery;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** The bytes of a delivery's file, whole or from a place on, each part fetched when it is needed. */
final class DeliveryBytes {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,15})-(\\d{0,15})");

    private final byte[] head;
    private final Delivery delivery;
    private final IntFunction<byte[]> parts;

    DeliveryBytes(Delivery delivery, IntFunction<byte[]> parts) {
        this.head = delivery.head().bytes();
        this.delivery = delivery;
        this.parts = parts;
    }

    /** Answers with the file, or with the rest of it for who was cut off. */
    static void send(Delivery delivery, Deliveries deliveries, @Nullable String range, HttpServletResponse response)
            throws IOException {
        DeliveryBytes bytes = new DeliveryBytes(delivery, nth -> deliveries.part(delivery, nth));
        Optional<Span> asked = bytes.span(range);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.ETAG, '"' + delivery.hash() + '"');
        if (asked.isEmpty()) {
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + bytes.length());
            response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
            return;
        }
        Span span = asked.get();
        if (span.length() < bytes.length()) {
            response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
            response.setHeader(
                    HttpHeaders.CONTENT_RANGE, "bytes " + span.from() + "-" + (span.to() - 1) + "/" + bytes.length());
        }
        response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setContentLengthLong(span.length());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(delivery.channel().name() + "-" + delivery.version() + ".delivery")
                        .build()
                        .toString());
        bytes.write(span, response.getOutputStream());
    }

    /**
     * From one byte to another.
     *
     * @param to the first byte that is left out
     */
    record Span(long from, long to) {
        long length() {
            return to - from;
        }
    }

    long length() {
        return head.length + delivery.figures().bytes();
    }

    /** What a header asks for: all of it where it asks for nothing that is understood, nothing where there is no such byte. */
    Optional<Span> span(@Nullable String range) {
        Matcher asked = RANGE.matcher(range == null ? "" : range);
        if (!asked.matches()) {
            return Optional.of(new Span(0, length()));
        }
        long from = Long.parseLong(asked.group(1));
        long to = asked.group(2).isEmpty() ? length() : Math.min(length(), Long.parseLong(asked.group(2)) + 1);
        return from < to ? Optional.of(new Span(from, to)) : Optional.empty();
    }

    void write(Span span, OutputStream out) throws IOException {
        long at = piece(head, 0, span, out);
        for (int nth = 0; nth < delivery.figures().parts() && at < span.to(); nth++) {
            long end = Math.min(length(), head.length + (nth + 1L) * Delivery.PART_BYTES);
            at = end <= span.from() ? end : piece(parts.apply(nth), at, span, out);
        }
    }

    private static long piece(byte[] bytes, long at, Span span, OutputStream out) throws IOException {
        int from = (int) Math.max(0, Math.min(bytes.length, span.from() - at));
        int to = (int) Math.max(from, Math.min(bytes.length, span.to() - at));
        out.write(bytes, from, to - from);
        return at + bytes.length;
    }
}
