package org.doudi.policy.explain;

import java.time.LocalDate;
import java.util.EnumMap;
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
    private static final int LACKING = Tables.LACKING.ordinal();

    private static final Map<Language, Wording> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Wording(Messages.in(language)));
        }
    }

    private final Messages messages;
    private final Template[][] sentences;
    private final String[][] tables;
    private final String between;
    private final String member;

    private Wording(Messages messages) {
        this.messages = messages;
        this.member = messages.text("member");
        this.sentences = new Template[Rule.values().length][];
        for (Rule rule : Rule.values()) {
            sentences[rule.ordinal()] = sentences(rule);
        }
        this.between = messages.text("list.between");
        this.tables = new String[Tables.values().length][];
        for (Tables table : Tables.values()) {
            tables[table.ordinal()] = table.words(messages);
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
        for (int i = 0; i < template.size(); i++) {
            Template.Part part = template.part(i);
            long first = part.first() == Template.ANSWER ? value : 0;
            if (part.first() != Template.ANSWER
                    && part.kind() != Template.Kind.TEXT
                    && part.kind() != Template.Kind.WHO) {
                first = inputs.applyAsLong(part.first());
            }
            switch (part.kind()) {
                case TEXT -> out.append(part.text());
                case WHO -> out.append(member).append(household.memberId(who));
                case MONEY -> money(first, out);
                case NUMBER -> out.append(first);
                case DATE -> date(LocalDate.ofEpochDay(first), out);
                case PERCENT -> out.append(Unit.PERCENT.shown(first)).append('%');
                case TABLE -> word(part.second(), first, out);
                case MONEY_APART -> money(Math.abs(first - inputs.applyAsLong(part.second())), out);
                case NUMBER_APART -> out.append(Math.abs(first - inputs.applyAsLong(part.second())));
            }
        }
    }

    private void word(int table, long place, StringBuilder out) {
        String[] words = tables[table];
        if (table == LACKING) {
            String before = "";
            for (int i = 0; i < words.length; i++) {
                if ((place & 1L << i) != 0) {
                    out.append(before).append(words[i]);
                    before = between;
                }
            }
        } else if (place >= 0) {
            out.append(words[(int) place]);
        }
    }

    /** Fen as yuan with thousands apart and two decimals. */
    static void money(long fen, StringBuilder out) {
        thousands(fen / 100, out);
        out.append('.');
        twoDigits((int) (fen % 100), out);
    }

    /** A day as {@link LocalDate#toString} writes it, with nothing made on the way. */
    static void date(LocalDate day, StringBuilder out) {
        int year = day.getYear();
        if (year < 1000 || year > 9999) {
            out.append(day);
            return;
        }
        out.append(year).append('-');
        twoDigits(day.getMonthValue(), out);
        out.append('-');
        twoDigits(day.getDayOfMonth(), out);
    }

    private static void twoDigits(int number, StringBuilder out) {
        out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private static void thousands(long yuan, StringBuilder out) {
        if (yuan < THOUSAND) {
            out.append(yuan);
            return;
        }
        thousands(yuan / THOUSAND, out);
        int three = (int) (yuan % THOUSAND);
        out.append(',').append((char) ('0' + three / 100));
        twoDigits(three % 100, out);
    }
}
