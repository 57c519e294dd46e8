package org.doudi.server.benefits.files;

import org.jspecify.annotations.Nullable;

/**
 * Whose account a county's money is paid from.
 *
 * @param bank the bank's code, or null where the bank that gets the file holds the account
 * @param account its number, or the name that was agreed with the bank for it
 */
public record Payer(String name, @Nullable String bank, String account) {}
