package org.doudi.server.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the trail.
 *
 * @param chain the chain, 0 to 15
 * @param number its place in the chain, from 1
 * @param at when, to the microsecond
 * @param officer the number of who did it, 0 for the platform itself
 * @param origin the network address it came from; empty for the platform's own work
 * @param hash SM3 over the hash before it and all other fields, in hex
 */
public record AuditEntry(
        int chain,
        long number,
        Instant at,
        long officer,
        String officerName,
        String role,
        String department,
        String area,
        String origin,
        String act,
        @Nullable Long household,
        @Nullable Long person,
        @Nullable String caseNumber,
        String why,
        String what,
        String hash) {
    /** What stands before a chain's first entry. */
    public static final String NOTHING = "0".repeat(64);

    /** The hash that this entry must have after the one before it. */
    public String expectedHash(String before) {
        StringBuilder text = new StringBuilder(before);
        Stream.of(
                        chain,
                        number,
                        at,
                        officer,
                        officerName,
                        role,
                        department,
                        area,
                        origin,
                        act,
                        field(household),
                        field(person),
                        field(caseNumber),
                        why,
                        what)
                .map(Object::toString)
                .forEach(value -> text.append(value.length()).append(':').append(value));
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        SM3Digest digest = new SM3Digest();
        digest.update(bytes, 0, bytes.length);
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash);
    }

    /** Keeps "none" and an empty text apart. */
    private static String field(@Nullable Object value) {
        return value == null ? "-" : "+" + value;
    }

    /** The same entry at its place in its chain, with the hash that it must have after the one before it. */
    public AuditEntry after(long place, String before) {
        AuditEntry placed = with(place, hash);
        return placed.with(place, placed.expectedHash(before));
    }

    private AuditEntry with(long place, String ownHash) {
        return new AuditEntry(
                chain,
                place,
                at,
                officer,
                officerName,
                role,
                department,
                area,
                origin,
                act,
                household,
                person,
                caseNumber,
                why,
                what,
                ownHash);
    }
}
