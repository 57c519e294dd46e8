package org.doudi.bench.server;

/** What a clerk does, and how much of the day goes to it. */
enum Kind {
    SEARCH("search", 35),
    HOUSEHOLD("household page", 30),
    WORK_LIST("work list", 20),
    STEP("step submission", 15),
    /** Before each step: the form that is filled in. */
    CASE("case page", 0);

    private final String words;
    private final int share;

    Kind(String words, int share) {
        this.words = words;
        this.share = share;
    }

    String words() {
        return words;
    }

    /** The kind that a number from 0 to 99 falls to. */
    static Kind at(int percent) {
        int sum = 0;
        for (Kind kind : values()) {
            sum += kind.share;
            if (percent < sum) {
                return kind;
            }
        }
        throw new IllegalArgumentException("not a percentage: " + percent);
    }
}
