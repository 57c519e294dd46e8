package org.doudi.cli.demodata;

/** Sex as lists write it. */
enum Sex {
    MALE("男"),
    FEMALE("女");

    final String word;

    Sex(String word) {
        this.word = word;
    }

    Sex other() {
        return this == MALE ? FEMALE : MALE;
    }
}
