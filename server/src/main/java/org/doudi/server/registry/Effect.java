package org.doudi.server.registry;

/** One line of what a change does, in words: the answer before and after. */
public record Effect(String what, String before, String after, boolean differs) {}
