package org.doudi.server.registry.store;

import java.util.Locale;
import org.doudi.server.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Id numbers and phones on their way into and out of the tables: encrypted, indexed, masked. */
@Component
class IdNumbers {
    private static final String ID_NUMBER = "registry.person.id_no";
    private static final String PHONE = "registry.person.phone";
    private static final int HEAD = 6;
    private static final int TAIL = 4;

    private final Vault vault;

    IdNumbers(Vault vault) {
        this.vault = vault;
    }

    static boolean isWhole(String text) {
        return text.matches("\\d{17}[\\dXx]|\\d{15}");
    }

    byte[] encrypt(String idNumber) {
        return vault.encrypt(ID_NUMBER, normal(idNumber));
    }

    String decrypt(byte[] encrypted) {
        return vault.decrypt(ID_NUMBER, encrypted);
    }

    byte[] index(String idNumber) {
        return vault.index(ID_NUMBER, normal(idNumber));
    }

    byte @Nullable [] phone(String phone) {
        return vault.encryptOrNull(PHONE, phone.isBlank() ? null : phone.strip());
    }

    String decryptPhone(byte[] encrypted) {
        return vault.decrypt(PHONE, encrypted);
    }

    /** The number with the day of birth and what is near it hidden. */
    static String masked(String idNumber) {
        String number = normal(idNumber);
        int hidden = number.length() - HEAD - TAIL;
        return hidden <= 0
                ? "*".repeat(number.length())
                : number.substring(0, HEAD) + "*".repeat(hidden) + number.substring(HEAD + hidden);
    }

    private static String normal(String idNumber) {
        return idNumber.strip().toUpperCase(Locale.ROOT);
    }
}
