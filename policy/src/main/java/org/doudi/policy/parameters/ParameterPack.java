package org.doudi.policy.parameters;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.doudi.policy.Household;
import org.doudi.policy.Parameter;
import org.doudi.policy.ParameterValue;
import org.doudi.policy.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * All dated and placed values of a pack, checked. {@link #at} resolves them into a {@link Parameters} snapshot; the snapshots are made
 * once, so asking is cheap. Immutable.
 */
public final class ParameterPack {
    /** The pack that comes with the software. */
    public static final String BUILT_IN = "fuxin-2017";

    private static final int VERSION_DIGITS = 12;

    private final String id;
    private final String edition;
    private final String version;
    private final Map<Parameter, Description> descriptions;
    private final Values values;
    private final PlaceTable<Timeline> timelines;
    private final Timeline country;

    ParameterPack(String id, String edition, Map<Parameter, Description> descriptions, Values values) {
        this.id = id;
        this.edition = edition;
        this.descriptions = Map.copyOf(descriptions);
        this.values = values;
        this.version = edition + "+" + digest(values);
        this.country = Timeline.of(id, version, values, Place.COUNTRY);
        Map<String, Timeline> byPlace = new HashMap<>();
        for (String place : values.places()) {
            if (!place.equals(Place.COUNTRY)) {
                byPlace.put(place, Timeline.of(id, version, values, place));
            }
        }
        this.timelines = new PlaceTable<>(byPlace);
    }

    /**
     * The pack that comes with the software.
     *
     * @throws ParameterPackException when it is broken
     */
    public static ParameterPack load() {
        return PackLoader.builtIn(BUILT_IN);
    }

    /**
     * A pack from a directory with {@code pack.yaml} and the files that it names.
     *
     * @throws ParameterPackException when it is broken or cannot be read
     */
    public static ParameterPack load(Path directory) {
        return PackLoader.directory(directory);
    }

    /** The pack's id. */
    public String id() {
        return id;
    }

    /** The edition and a digest of all values; it changes when any value does. */
    public String version() {
        return version;
    }

    /** What a parameter is, in words; null for one that the pack does not have. */
    public @Nullable Description description(Parameter parameter) {
        return descriptions.get(parameter);
    }

    /** Every value, by parameter, place and start, each with its end. */
    public List<ParameterValue> values() {
        return values.all();
    }

    /**
     * The snapshot for a household's village and day.
     *
     * @throws org.doudi.policy.MissingParameterException when a parameter that every assessment needs has no value
     */
    public Parameters at(Household household) {
        return timeline(household.villageCode()).at(household.assessedOn(), household.village());
    }

    /**
     * The snapshot for a division and day.
     *
     * @param division a code of 12 digits
     * @throws org.doudi.policy.MissingParameterException when a parameter that every assessment needs has no value
     */
    public Parameters at(String division, LocalDate date) {
        return timeline(Long.parseLong(division)).at(date, division);
    }

    /** One value in force at a place of any size on a day, or null. */
    public @Nullable ParameterValue value(Parameter parameter, String place, LocalDate date) {
        return values.at(parameter, place, date);
    }

    /** The days after one on which something changes for a place, soonest first. */
    public List<LocalDate> changesAfter(String place, LocalDate date) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (ParameterValue value : values.all()) {
            if (Place.within(place, value.place())) {
                days.add(value.from());
                if (value.to() != null) {
                    days.add(value.to().plusDays(1));
                }
            }
        }
        return new ArrayList<>(days.tailSet(date, false));
    }

    /** Whether a place is one that values of a parameter hold at, or lies in one. */
    public boolean reaches(Parameter parameter, String place) {
        return Place.isPlace(place) && Place.chain(place).stream().anyMatch(larger -> values.has(parameter, larger));
    }

    /**
     * This pack with other values laid over it, in the order given. Each takes the place of what held in its time at its place, and
     * without an end it runs until the next value of the same parameter and place, as in a file.
     *
     * @param changes the values
     * @param source what to call their origin in a problem, such as {@code --set}
     * @throws ParameterPackException when the result breaks a rule between parameters, such as clause 2.3-1
     */
    public ParameterPack with(List<ParameterValue> changes, String source) {
        if (changes.isEmpty()) {
            return this;
        }
        Values changed = values.copy();
        for (ParameterValue change : changes) {
            List<ParameterValue> old = changed.of(change.parameter(), change.place());
            changed.put(change.parameter(), change.place(), Periods.with(old, change));
        }
        List<PackProblem> problems = new ArrayList<>();
        PackCheck.check(changed, (value, message) -> problems.add(new PackProblem(source, 0, message)));
        if (!problems.isEmpty()) {
            throw new ParameterPackException(problems);
        }
        return new ParameterPack(id, edition, descriptions, changed);
    }

    private Timeline timeline(long villageCode) {
        Timeline timeline = timelines.smallestAround(villageCode);
        return timeline == null ? country : timeline;
    }

    private static String digest(Values values) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (ParameterValue v : values.all()) {
                String line = v.parameter().key()
                        + '|'
                        + v.place()
                        + '|'
                        + v.from()
                        + '|'
                        + v.to()
                        + '|'
                        + v.value()
                        + '|'
                        + v.grade()
                        + '\n';
                sha.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha.digest()).substring(0, VERSION_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
