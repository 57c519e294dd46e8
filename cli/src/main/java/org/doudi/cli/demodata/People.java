package org.doudi.cli.demodata;

/** The two peoples whose names differ here. */
enum People {
    HAN("汉族"),
    MONGOL("蒙古族");

    final String word;

    People(String word) {
        this.word = word;
    }
}
