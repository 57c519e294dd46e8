package org.doudi.server.registry.web;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.doudi.policy.Assessment;
import org.doudi.policy.explain.Language;
import org.doudi.policy.explain.Sentences;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.MemberView;
import org.doudi.server.standards.Standards;
import org.springframework.context.MessageSource;

/** The words of one page: of the message files, and of the rules. */
record Words(MessageSource messages, Locale locale, Sentences rules) {
    static Words of(MessageSource messages, Locale locale, Standards standards, HouseholdView household) {
        Map<String, String> names =
                household.members().stream().collect(Collectors.toMap(MemberView::number, MemberView::name));
        Language language = locale.getLanguage().equals("en") ? Language.EN : Language.ZH;
        return new Words(messages, locale, new Sentences(standards.pack(), language, names));
    }

    String text(String key, Object... arguments) {
        return messages.getMessage("registry." + key, arguments, locale);
    }

    /** Fen as yuan with thousands apart. */
    static String yuan(long fen) {
        String plain = Assessment.yuan(Math.abs(fen));
        int dot = plain.indexOf('.');
        StringBuilder out = new StringBuilder(plain);
        for (int i = dot - 3; i > 0; i -= 3) {
            out.insert(i, ',');
        }
        return (fen < 0 ? "−" : "") + out;
    }
}
