package org.doudi.server.identity;

/** The number of a person who works here. */
public record OfficerId(long value) {}
