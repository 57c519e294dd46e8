package org.doudi.server.identity;

import java.time.ZoneId;

/**
 * An area of duty: all villages below one division.
 *
 * @param code a division code of 4 (city), 6 (county), 9 (township) or 12 (village) digits
 */
public record Area(String code) {
    /** What the clocks show in every area. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int VILLAGE_DIGITS = 12;

    public Area {
        if (!code.matches("\\d{4}|\\d{6}|\\d{9}|\\d{12}")) {
            throw new IllegalArgumentException("an area has 4, 6, 9 or 12 digits, not \"" + code + "\"");
        }
    }

    /** The lowest village code inside. */
    public String from() {
        return code + "0".repeat(VILLAGE_DIGITS - code.length());
    }

    /** The highest village code inside. */
    public String to() {
        return code + "9".repeat(VILLAGE_DIGITS - code.length());
    }

    /** Whether the division lies inside this area. */
    public boolean contains(String division) {
        return division.startsWith(code);
    }
}
