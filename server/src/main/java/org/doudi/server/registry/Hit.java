package org.doudi.server.registry;

/** Somebody whom a search found, and the household the person lives in. */
public record Hit(
        long household,
        String householdNumber,
        long person,
        String name,
        String maskedIdNumber,
        String relation,
        String headName,
        DivisionNames division) {}
