package org.doudi.server.registry.store;

import java.util.Locale;
import java.util.regex.Pattern;
import org.doudi.server.registry.NewPerson;
import org.doudi.server.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Id numbers and phones on their way into and out of the tables: encrypted, indexed, masked. */
@Component
class IdNumbers {
    private static final String ID_NUMBER = "registry.person.id_no";
    private static final String PHONE = "registry.person.phone";
    private static final Pattern COUNTRY = Pattern.compile("^(00)?86(?=1\\d{10}$)");
    private static final int LEAST_DIGITS = 7;
    private static final int ID_LENGTH = 18;
    private static final int PHONE_HEAD = 3;
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
        return vault.encryptOrNull(PHONE, plainPhone(phone));
    }

    byte @Nullable [] phoneIndex(String phone) {
        String plain = plainPhone(phone);
        return plain == null ? null : vault.index(PHONE, plain);
    }

    /** A phone as it is kept and found: no blanks, no signs, no number of the country. What has no seven digits is none. */
    private static @Nullable String plainPhone(String phone) {
        String plain = COUNTRY.matcher(ListRow.narrow(phone)).replaceFirst("");
        return plain.chars().filter(Character::isDigit).count() < LEAST_DIGITS ? null : plain;
    }

    /**
     * Whether a certificate's number is sound, as far as its own digits tell: an id number, or that of a disability certificate, which is an id
     * number with category and level, and two signs behind them where it was issued again. One of another length is not judged.
     */
    static boolean isSound(String number) {
        String plain = normal(number);
        return switch (plain.length()) {
            case ID_LENGTH -> NewPerson.isSound(plain);
            case ID_LENGTH + 2, ID_LENGTH + 4 ->
                NewPerson.isSound(plain.substring(0, ID_LENGTH))
                        && plain.substring(ID_LENGTH).matches("[1-7][1-4].*");
            default -> true;
        };
    }

    String decryptPhone(byte[] encrypted) {
        return vault.decrypt(PHONE, encrypted);
    }

    /** The phone with the middle hidden. */
    static String maskedPhone(String phone) {
        int hidden = Math.max(0, phone.length() - PHONE_HEAD - TAIL);
        return phone.substring(0, phone.length() - hidden - Math.min(TAIL, phone.length()))
                + "*".repeat(hidden)
                + phone.substring(phone.length() - Math.min(TAIL, phone.length()));
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
