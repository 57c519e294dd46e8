package org.doudi.server.registry;

import java.util.List;
import java.util.Optional;

/** Why a household is poor, as the poverty register's survey lists it. */
public enum PovertyCause {
    ILLNESS("因病"),
    DISABILITY("因残"),
    SCHOOLING("因学"),
    DISASTER("因灾"),
    LAND("缺土地", "缺少土地"),
    WATER("缺水"),
    SKILLS("缺技术", "缺少技术"),
    LABOUR("缺劳力", "缺劳动力"),
    CAPITAL("缺资金", "缺少资金"),
    TRANSPORT("交通条件落后", "交通落后"),
    WILL("自身发展动力不足", "缺发展动力"),
    OTHER("其他");

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> alsoWritten;

    PovertyCause(String word, String... alsoWritten) {
        this.word = word;
        this.alsoWritten = List.of(alsoWritten);
    }

    /** As lists write it. */
    public String word() {
        return word;
    }

    /** The cause of a word. */
    public static Optional<PovertyCause> of(String word) {
        for (PovertyCause cause : values()) {
            if (cause.word.equals(word) || cause.alsoWritten.contains(word)) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }
}
