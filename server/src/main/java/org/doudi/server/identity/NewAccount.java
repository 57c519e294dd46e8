package org.doudi.server.identity;

/**
 * A fresh account and its secrets, which are shown once and kept nowhere in the clear.
 *
 * @param officer who it is for
 * @param password the password
 * @param totpSecret the second factor's secret in base 32; empty when it is enrolled at the first sign-in
 */
public record NewAccount(Officer officer, String password, String totpSecret) {
    @Override
    public String toString() {
        return officer.username();
    }
}
