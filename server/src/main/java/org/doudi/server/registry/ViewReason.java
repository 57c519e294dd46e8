package org.doudi.server.registry;

/** Why somebody looks at a household. The word goes into the trail. */
public enum ViewReason {
    INTAKE("受理"),
    REVERIFICATION("复核"),
    CHECK("核查"),
    HELP("帮扶"),
    LETTER("来信来访"),
    OTHER("其他");

    private final String word;

    ViewReason(String word) {
        this.word = word;
    }

    /** As the trail has it. */
    public String word() {
        return word;
    }
}
