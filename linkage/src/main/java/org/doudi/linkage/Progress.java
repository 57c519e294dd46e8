package org.doudi.linkage;

/** Hears of the stages of a linkage as they begin. */
@FunctionalInterface
public interface Progress {
    /** Says nothing. */
    Progress SILENT = stage -> {};

    /** A stage begins, such as {@code read}, {@code block}, {@code weigh}. */
    void stage(String name);
}
