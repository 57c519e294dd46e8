package org.doudi.policy.explain;

/** The languages of explanations. */
public enum Language {
    /** Chinese. */
    ZH("zh"),
    /** English. */
    EN("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The code as message files and pages carry it. */
    public String code() {
        return code;
    }
}
