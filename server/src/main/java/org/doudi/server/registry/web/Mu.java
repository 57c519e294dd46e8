package org.doudi.server.registry.web;

import java.math.BigDecimal;

/** Areas of land as people write them. */
final class Mu {
    private Mu() {}

    /** Hundredths of a mu in mu. */
    static String of(long hundredths) {
        return BigDecimal.valueOf(hundredths, 2).toPlainString();
    }
}
