package org.doudi.server.casework.step;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was typed into a step's form.
 *
 * @param values by field name, trimmed
 * @param pictures the names of the fields that brought a picture
 * @param today the office's day
 * @param opened the day the case was opened
 * @param posted the day the notice of this step was posted; {@code today} before that
 * @param visit whether the county has to visit this household
 * @param objections how many objections wait for an answer
 */
public record Entry(
        Map<String, String> values,
        Set<String> pictures,
        LocalDate today,
        LocalDate opened,
        LocalDate posted,
        Visit visit,
        int objections) {
    private static final int MAX_WORDS = 2000;

    /** Whether the county has to see the household itself. */
    public enum Visit {
        REQUIRED,
        FREE
    }

    /** The text of a field, empty when nothing was typed. */
    public String text(String field) {
        return values.getOrDefault(field, "");
    }

    /** The number in a field that passed {@link #check}, or 0. */
    public int count(String field) {
        return text(field).isEmpty() ? 0 : Integer.parseInt(text(field));
    }

    /** The amount in a field that passed {@link #check}, in yuan. */
    public BigDecimal yuan(String field) {
        return text(field).isEmpty() ? BigDecimal.ZERO : new BigDecimal(text(field));
    }

    /** What is wrong with one field taken alone, or nothing. */
    Optional<Problem> check(Field field) {
        String name = field.name();
        String text = text(name);
        boolean empty = field.kind() == Field.Kind.PICTURE ? !pictures.contains(name) : text.isEmpty();
        if (empty) {
            return field.isOptional() ? Optional.empty() : Optional.of(Problem.of(name, "missing"));
        }
        return switch (field.kind()) {
            case TEXT, WORDS -> when(text.length() > MAX_WORDS, name, "too-long", MAX_WORDS);
            case DATE -> date(name, text);
            case COUNT -> when(!text.matches("\\d{1,6}"), name, "count");
            case YUAN -> when(!text.matches("\\d{1,10}(\\.\\d{1,2})?"), name, "yuan");
            case CHOICE, PICK -> when(!field.options().contains(text), name, "choice");
            case CHECK, PICTURE -> Optional.empty();
        };
    }

    private Optional<Problem> date(String name, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isAfter(today)) {
                return Optional.of(Problem.of(name, "future", text, today.toString()));
            }
            return when(day.isBefore(opened), name, "before-opening", text, opened.toString());
        } catch (DateTimeException e) {
            return Optional.of(Problem.of(name, "date"));
        }
    }

    private static Optional<Problem> when(boolean wrong, String name, String code, Object... arguments) {
        return wrong ? Optional.of(Problem.of(name, code, arguments)) : Optional.empty();
    }
}
