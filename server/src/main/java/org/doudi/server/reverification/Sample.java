package org.doudi.server.reverification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A random sample of the households on the rolls of a place.
 *
 * @param place the division's code
 * @param knownAt the moment whose rolls were drawn from
 * @param seed 32 hexadecimal digits that the platform made in the act of drawing
 * @param population how many households could be drawn
 * @param drawn the drawn ones in their order; empty in a list of samples
 */
public record Sample(
        long id,
        String place,
        String name,
        LocalDate drawnOn,
        Instant knownAt,
        String seed,
        int population,
        int size,
        LocalDate dueOn,
        String drawnBy,
        List<Drawn> drawn) {
    public Sample {
        drawn = List.copyOf(drawn);
    }

    /**
     * A drawn household.
     *
     * @param mark SHA-256 of seed, colon and the household's number, in hexadecimal digits; the lowest marks are drawn
     */
    public record Drawn(long household, String village, String number, String mark) {}
}
