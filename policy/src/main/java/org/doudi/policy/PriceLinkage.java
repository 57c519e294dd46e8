package org.doudi.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * When the price subsidy starts and how much it is (clause 2.3-4). Rises are against the same month of the year before, in hundredths of a
 * percent; amounts are in fen.
 *
 * @param cpi the rise of consumer prices that starts it
 * @param food the rise of food prices that starts it
 * @param standard the dibao standard a person and year
 * @param times what share of the monthly standard times the rise is paid, in hundredths of a percent
 * @param roundTo what an amount is rounded to, halves up
 * @param least the least amount a person and month once it has started
 * @param workingDays within how many working days of the publication it is paid
 * @param examples which of these values are only examples
 */
public record PriceLinkage(
        long cpi,
        long food,
        long standard,
        long times,
        long roundTo,
        long least,
        int workingDays,
        List<Parameter> examples) {
    private static final long MONTHS = 12;

    private static final List<Parameter> NEEDED = List.of(
            Parameter.PRICE_LINKAGE_CPI,
            Parameter.PRICE_LINKAGE_FOOD,
            Parameter.PRICE_LINKAGE_WORKING_DAYS,
            Parameter.PRICE_LINKAGE_TIMES,
            Parameter.PRICE_LINKAGE_ROUND_TO,
            Parameter.PRICE_LINKAGE_LEAST);

    /** Copies what it is given. */
    public PriceLinkage {
        examples = List.copyOf(examples);
    }

    /**
     * What holds at a place on a day.
     *
     * @param parameters those of the place and day
     * @param place the division, for the error
     * @param day the day, for the error
     * @throws MissingParameterException when one has no value there and then
     */
    public static PriceLinkage at(Parameters parameters, String place, LocalDate day) {
        List<Parameter> missing = new ArrayList<>();
        List<Parameter> examples = new ArrayList<>();
        for (Parameter parameter : NEEDED) {
            if (parameters.value(parameter) == null) {
                missing.add(parameter);
            } else if (parameters.isExample(parameter)) {
                examples.add(parameter);
            }
        }
        if (!missing.isEmpty()) {
            throw new MissingParameterException(missing, place, day, MissingParameterException.OtherDays.HAVE_VALUES);
        }
        return new PriceLinkage(
                value(parameters, Parameter.PRICE_LINKAGE_CPI),
                value(parameters, Parameter.PRICE_LINKAGE_FOOD),
                parameters.dibaoStandard(),
                value(parameters, Parameter.PRICE_LINKAGE_TIMES),
                value(parameters, Parameter.PRICE_LINKAGE_ROUND_TO),
                value(parameters, Parameter.PRICE_LINKAGE_LEAST),
                (int) value(parameters, Parameter.PRICE_LINKAGE_WORKING_DAYS),
                examples);
    }

    private static long value(Parameters parameters, Parameter parameter) {
        ParameterValue value = parameters.value(parameter);
        return value == null ? 0 : value.value();
    }

    /** Whether a month's rises start the subsidy: either of them is enough, and reaching the limit is. */
    public boolean starts(long cpiRise, long foodRise) {
        return cpiRise >= cpi || foodRise >= food;
    }

    /** The rise that counts: of those that reach their limit the higher one; 0 where none does. */
    public long rise(long cpiRise, long foodRise) {
        long found = cpiRise >= cpi ? cpiRise : 0;
        return foodRise >= food ? Math.max(found, foodRise) : found;
    }

    /** The subsidy a person and month: monthly standard × rise × share, rounded once, no less than the least; 0 where it does not start. */
    public long perPerson(long cpiRise, long foodRise) {
        if (!starts(cpiRise, foodRise)) {
            return 0;
        }
        long divisor = MONTHS * Parameters.WHOLE * Parameters.WHOLE;
        long product = Math.multiplyExact(Math.multiplyExact(standard, rise(cpiRise, foodRise)), times);
        return Math.max(least, roundHalfUp(product, Math.multiplyExact(divisor, roundTo)));
    }

    private long roundHalfUp(long product, long step) {
        return Math.multiplyExact(Math.floorDiv(product + step / 2, step), roundTo);
    }
}
