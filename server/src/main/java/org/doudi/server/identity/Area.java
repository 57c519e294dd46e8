package org.doudi.server.identity;

import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An area of duty: all villages below one division.
 *
 * @param code a division code of 4 (city), 6 (county), 9 (township) or 12 (village) digits
 */
public record Area(String code) {
    /** What the clocks show in every area. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int COUNTY_DIGITS = 6;
    private static final int TOWNSHIP_DIGITS = 9;
    private static final int VILLAGE_DIGITS = 12;
    private static final Pattern CODE = Pattern.compile("\\d{4}|\\d{6}|\\d{9}|\\d{12}");

    public Area {
        if (!CODE.matcher(code).matches()) {
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

    /** The area that is asked for inside this one, or this one when nothing is asked for; nothing for what is no area, or lies elsewhere. */
    public Optional<Area> within(String asked) {
        if (asked.isEmpty()) {
            return Optional.of(this);
        }
        return CODE.matcher(asked).matches() && contains(asked) ? Optional.of(new Area(asked)) : Optional.empty();
    }

    /** How many digits the divisions directly below have; those of a village, for a village. */
    public int digitsBelow() {
        return switch (code.length()) {
            case 4 -> COUNTY_DIGITS;
            case COUNTY_DIGITS -> TOWNSHIP_DIGITS;
            default -> VILLAGE_DIGITS;
        };
    }

    /** Whether it is one village. */
    public boolean isVillage() {
        return code.length() == VILLAGE_DIGITS;
    }

    /** The code one step up, if that still lies inside {@code limit}. */
    public Optional<String> upward(Area limit) {
        if (code.length() <= limit.code().length()) {
            return Optional.empty();
        }
        int digits = switch (code.length()) {
            case VILLAGE_DIGITS -> TOWNSHIP_DIGITS;
            case TOWNSHIP_DIGITS -> COUNTY_DIGITS;
            default -> 4;
        };
        return Optional.of(code.substring(0, digits));
    }
}
