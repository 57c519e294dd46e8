package org.doudi.server.registry;

import java.util.Optional;

/** Why a household is poor, as the poverty register's survey lists it. */
public enum PovertyCause {
    ILLNESS("因病"),
    DISABILITY("因残"),
    SCHOOLING("因学"),
    DISASTER("因灾"),
    LAND("缺土地"),
    WATER("缺水"),
    SKILLS("缺技术"),
    LABOUR("缺劳力"),
    CAPITAL("缺资金"),
    TRANSPORT("交通条件落后"),
    WILL("自身发展动力不足"),
    OTHER("其他");

    private final String word;

    PovertyCause(String word) {
        this.word = word;
    }

    /** As lists write it. */
    public String word() {
        return word;
    }

    /** The cause of a word. */
    public static Optional<PovertyCause> of(String word) {
        for (PovertyCause cause : values()) {
            if (cause.word.equals(word)) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }
}
