package org.doudi.policy.explain;

import java.time.LocalDate;
import org.doudi.policy.Grade;
import org.doudi.policy.ParameterValue;
import org.doudi.policy.Unit;
import org.doudi.policy.parameters.Description;

/** Puts a parameter's value into words: what it is, how much, from when to when, from where, how sure. */
final class SourceWords {
    private SourceWords() {}

    static void write(ParameterValue value, Description description, Messages messages, StringBuilder out) {
        if (value.grade() == Grade.EXAMPLE) {
            out.append(messages.text("grade.mark"));
        }
        out.append(messages.language() == Language.ZH ? description.zh() : description.en())
                .append(' ');
        amount(value, messages, out);
        out.append("  (").append(value.from());
        LocalDate to = value.to();
        if (to == null) {
            out.append(' ').append(messages.text("source.open"));
        } else {
            out.append(' ').append(messages.text("source.to")).append(' ').append(to);
        }
        out.append("; ")
                .append(value.citation().doc())
                .append(' ')
                .append(value.citation().article());
        out.append("; ").append(messages.text("grade." + value.grade().code()));
        out.append("; ").append(value.parameter().key()).append(')');
    }

    static void amount(ParameterValue value, Messages messages, StringBuilder out) {
        Unit unit = value.parameter().unit();
        if (unit == Unit.YES_NO) {
            out.append(messages.text(value.value() == 0 ? "no" : "yes"));
            return;
        }
        out.append(value.shown());
        String word = messages.text("unit." + unit.name());
        if (!word.isEmpty()) {
            out.append(unit == Unit.PERCENT ? "" : " ").append(word);
        }
    }
}
