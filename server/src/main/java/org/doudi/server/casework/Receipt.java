package org.doudi.server.casework;

import java.time.LocalDate;

/** What a decision was made from, kept as it was: facts, rules, parameters, answer and explanation. */
public record Receipt(
        LocalDate decidedOn, String pack, String rules, String facts, String assessment, String explanation) {}
