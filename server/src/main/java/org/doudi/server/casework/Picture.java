package org.doudi.server.casework;

import java.util.Optional;

/** A photograph that was checked to be one. */
@SuppressWarnings("ArrayRecordComponent") // bytes that are handed through, never compared
public record Picture(String mediaType, byte[] content) {
    private static final int MOST = 10 * 1024 * 1024;

    /** A JPEG or PNG by its first bytes, whatever its name says; nothing for anything else or above 10 MB. */
    public static Optional<Picture> of(byte[] content) {
        if (content.length < 12 || content.length > MOST) {
            return Optional.empty();
        }
        if ((content[0] & 0xff) == 0xff && (content[1] & 0xff) == 0xd8 && (content[2] & 0xff) == 0xff) {
            return Optional.of(new Picture("image/jpeg", content));
        }
        if ((content[0] & 0xff) == 0x89 && content[1] == 'P' && content[2] == 'N' && content[3] == 'G') {
            return Optional.of(new Picture("image/png", content));
        }
        return Optional.empty();
    }
}
