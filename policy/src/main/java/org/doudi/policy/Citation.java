package org.doudi.policy;

import org.jspecify.annotations.Nullable;

/**
 * Where a value comes from.
 *
 * @param doc the document or series
 * @param article the place in it
 * @param url where to read it, or null
 */
public record Citation(String doc, String article, @Nullable String url) {}
