package org.doudi.cli.divisions;

/** A township or street office: nine-digit code, name, and the county it belongs to. */
public record Township(String code, String name, String countyCode, String countyName) {}
