package org.doudi.linkage.fields;

import java.text.Normalizer;
import java.util.Locale;
import org.doudi.linkage.person.Han;

/** Folds a value to what does not change between lists: case, accents, marks, blanks, traditional characters. */
final class Fold {
    private Fold() {}

    static String value(Schema.Field field, String text) {
        return switch (field.kind()) {
            case DATE -> DateText.fold(text, field.format());
            case IDENTIFIER, CODE -> letters(text, false).replace(" ", "");
            case NAME -> letters(text, false).replace(" ", "");
            case TEXT, CATEGORY -> letters(text, true).strip();
        };
    }

    /** Letters and digits in lower case; all else is a blank, and blanks do not double. */
    private static String letters(String text, boolean words) {
        String plain = Normalizer.isNormalized(text, Normalizer.Form.NFKD)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                folded.append(Han.simplified(c));
            } else if (words
                    && folded.length() > 0
                    && Character.getType(c) != Character.NON_SPACING_MARK
                    && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        return folded.toString().toLowerCase(Locale.ROOT);
    }
}
