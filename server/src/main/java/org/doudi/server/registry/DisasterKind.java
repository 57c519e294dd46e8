package org.doudi.server.registry;

/** What came over a household. */
public enum DisasterKind {
    FLOOD,
    DROUGHT,
    HAIL,
    FIRE,
    PESTS,
    OTHER
}
