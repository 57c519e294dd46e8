package org.doudi.policy.explain;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.doudi.policy.Household;
import org.doudi.policy.Rule;
import org.doudi.policy.Trace;
import org.doudi.policy.Unit;

/** Puts a step into a sentence of one language. */
final class Wording {
    private static final int MOST_VARIANTS = 16;
    private static final long THOUSAND = 1000;

    private static final Map<Language, Wording> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Wording(Messages.in(language)));
        }
    }

    private final Messages messages;
    private final Template[][] sentences;
    private final Map<String, String[]> tables = new HashMap<>();
    private final String member;

    private Wording(Messages messages) {
        this.messages = messages;
        this.member = messages.text("member");
        this.sentences = new Template[Rule.values().length][];
        for (Rule rule : Rule.values()) {
            sentences[rule.ordinal()] = sentences(rule);
        }
        for (Tables table : Tables.values()) {
            tables.put(table.code(), table.words(messages));
        }
    }

    static Wording in(Language language) {
        Wording wording = ALL.get(language);
        if (wording == null) {
            throw new IllegalStateException("no wording in " + language);
        }
        return wording;
    }

    Messages messages() {
        return messages;
    }

    private Template[] sentences(Rule rule) {
        Template[] found = new Template[MOST_VARIANTS];
        for (int i = 0; i < MOST_VARIANTS; i++) {
            Template variant = messages.find(rule.name() + "." + i);
            found[i] = variant == null && messages.find(rule.name()) != null ? messages.template(rule.name()) : variant;
        }
        if (found[0] == null && found[1] == null) {
            throw new IllegalStateException("no message for " + rule);
        }
        return found;
    }

    /** Writes the sentence for a step. */
    void write(Trace.Step step, Household household, StringBuilder out) {
        Template template = sentences[step.rule().ordinal()][Variants.of(step)];
        if (template == null) {
            throw new IllegalStateException("no message for " + step.rule() + "." + Variants.of(step));
        }
        fill(template, household, step.who(), step.value(), step::input, out);
    }

    /** Writes what would have to change. */
    void write(Change change, Household household, StringBuilder out) {
        Template template = messages.template("change." + change.kind().name());
        fill(template, household, change.who(), 0, place -> place == 0 ? change.amount() : change.outcome(), out);
    }

    private void fill(
            Template template, Household household, int who, long value, IntToLongFunction inputs, StringBuilder out) {
        for (Template.Part part : template.parts()) {
            long first = part.first() == Template.ANSWER ? value : 0;
            if (part.first() != Template.ANSWER
                    && part.kind() != Template.Kind.TEXT
                    && part.kind() != Template.Kind.WHO) {
                first = inputs.applyAsLong(part.first());
            }
            switch (part.kind()) {
                case TEXT -> out.append(part.text());
                case WHO -> out.append(member).append(household.member(who).memberId());
                case MONEY -> money(first, out);
                case NUMBER -> out.append(first);
                case DATE -> out.append(LocalDate.ofEpochDay(first));
                case PERCENT -> out.append(Unit.PERCENT.shown(first)).append('%');
                case TABLE -> word(part.text(), first, out);
                case MONEY_APART -> money(Math.abs(first - inputs.applyAsLong(part.second())), out);
                case NUMBER_APART -> out.append(Math.abs(first - inputs.applyAsLong(part.second())));
            }
        }
    }

    private void word(String table, long place, StringBuilder out) {
        String[] words = tables.get(table);
        if (words == null) {
            throw new IllegalStateException("no table of words " + table);
        }
        if (table.equals(Tables.LACKING.code())) {
            String between = "";
            for (int i = 0; i < words.length; i++) {
                if ((place & 1L << i) != 0) {
                    out.append(between).append(words[i]);
                    between = messages.text("list.between");
                }
            }
        } else if (place >= 0) {
            out.append(words[(int) place]);
        }
    }

    /** Fen as yuan with thousands apart and two decimals. */
    static void money(long fen, StringBuilder out) {
        long yuan = fen / 100;
        long part = 1;
        while (yuan / part >= THOUSAND) {
            part *= THOUSAND;
        }
        out.append(yuan / part);
        for (part /= THOUSAND; part > 0; part /= THOUSAND) {
            long three = yuan / part % THOUSAND;
            out.append(',').append((char) ('0' + three / 100)).append((char) ('0' + three / 10 % 10));
            out.append((char) ('0' + three % 10));
        }
        long rest = fen % 100;
        out.append('.').append((char) ('0' + rest / 10)).append((char) ('0' + rest % 10));
    }
}
