package org.doudi.server.registry;

import org.jspecify.annotations.Nullable;

/**
 * A doubtful row of a list was decided; told inside the transaction that decides it.
 *
 * @param person whom it means; null for nobody of the candidates
 */
public record RowDecided(long row, @Nullable Long person) {}
