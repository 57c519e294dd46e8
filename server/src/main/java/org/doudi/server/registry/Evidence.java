package org.doudi.server.registry;

import java.time.LocalDate;

/**
 * When something happened, and how the office knows.
 *
 * @param on the day
 * @param source who or what said so
 * @param document the paper that proves it, such as a certificate with its number
 */
public record Evidence(LocalDate on, String source, String document) {
    public Evidence {
        if (source.isBlank() || document.isBlank()) {
            throw new IllegalArgumentException("a change has a source and a document");
        }
    }
}
