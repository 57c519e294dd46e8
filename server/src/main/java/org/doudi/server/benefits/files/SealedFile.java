package org.doudi.server.benefits.files;

import org.jspecify.annotations.Nullable;

/**
 * A run's file, without its transfers.
 *
 * @param bank what the bank's layout is called; null where the platform's setting said it
 * @param layout the text of the layout that it is written in; null for ISO 20022
 * @param hash SM3 of its bytes, hexadecimal
 */
public record SealedFile(
        FileHead head, @Nullable String bank, @Nullable String layout, String hash) {
    /** The end of its name. */
    public String extension() {
        return layout == null ? "xml" : "txt";
    }
}
