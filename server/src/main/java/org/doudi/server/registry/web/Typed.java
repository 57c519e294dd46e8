package org.doudi.server.registry.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was typed into a form, and what of it cannot be understood. */
final class Typed {
    private final Map<String, String> fields;
    private final List<String> faults = new ArrayList<>();

    Typed(Map<String, String> fields) {
        this.fields = fields;
    }

    /** Keys of what is wrong; empty if nothing is. */
    List<String> faults() {
        return faults;
    }

    void fault(String key) {
        faults.add(key);
    }

    String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    boolean yes(String field) {
        return text(field).equals("true");
    }

    int number(String field) {
        String text = text(field);
        if (text.matches("\\d{1,3}")) {
            return Integer.parseInt(text);
        }
        faults.add("number");
        return 0;
    }

    long fen(String field) {
        return hundredths(field, "\\d{1,9}(\\.\\d{1,2})?", "yuan");
    }

    /** An area of land, in hundredths of a mu. */
    long mu(String field) {
        return hundredths(field, "\\d{1,6}(\\.\\d{1,2})?", "mu");
    }

    private long hundredths(String field, String form, String fault) {
        String text = text(field);
        if (text.matches(form)) {
            return new BigDecimal(text).movePointRight(2).longValueExact();
        }
        faults.add(fault);
        return 0;
    }

    <E extends Enum<E>> @Nullable E code(Class<E> type, String field, String fault) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text(field))) {
                return constant;
            }
        }
        faults.add(fault);
        return null;
    }

    /** The same where nothing may be chosen. */
    <E extends Enum<E>> @Nullable E codeOrNone(Class<E> type, String field, String fault) {
        return text(field).isEmpty() ? null : code(type, field, fault);
    }
}
