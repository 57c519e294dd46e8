package org.doudi.server.casework.web;

import java.util.Map;
import org.thymeleaf.expression.Messages;

/** The words for what a step report holds. */
public final class Labels {
    private Labels() {}

    /** The label of a field, verdict or reason as it was sent. */
    public static String of(String key, Messages messages, Map<String, String> names) {
        int dot = key.indexOf('.');
        String head = dot < 0 ? key : key.substring(0, dot);
        String tail = dot < 0 ? "" : key.substring(dot + 1);
        if (head.equals("authorisation") || head.equals("pledge")) {
            return messages.msgWithParams("casework.field." + head, new Object[] {names.getOrDefault(tail, tail)});
        }
        if (head.equals("verdict") || ((head.equals("reason") || head.equals("amount")) && dot > 0)) {
            int who = tail.indexOf('.');
            String benefit = who < 0 ? tail : tail.substring(0, who);
            String name = who < 0 ? "" : " " + names.getOrDefault(tail.substring(who + 1), "");
            return messages.msg("casework.benefit." + benefit)
                    + name
                    + (head.equals("verdict") ? "" : " · " + messages.msg("casework.verdict." + head));
        }
        String label = messages.msgOrNull("casework.field." + key);
        return label == null ? key : label;
    }

    /** The words of what was chosen, or the text as it was typed. */
    public static String value(String key, String value, Messages messages) {
        if (key.startsWith("verdict.")) {
            return messages.msg("casework.verdict." + value);
        }
        if (value.equals("yes")) {
            return messages.msg("casework.option.YES");
        }
        String option = messages.msgOrNull("casework.option." + value);
        return option == null ? value : option;
    }
}
