package org.doudi.cli.divisions;

/** A village: twelve-digit code, short name as spoken ("张家洼村"), and its township. */
public record Village(String code, String name, Township township) {}
