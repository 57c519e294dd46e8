package org.doudi.policy.json;

import java.time.LocalDate;
import org.doudi.policy.Disability;
import org.doudi.policy.DisabilityCategory;
import org.doudi.policy.Job;
import org.doudi.policy.JobMode;
import org.doudi.policy.Labour;
import org.doudi.policy.Member;
import org.doudi.policy.Member.Trait;
import org.doudi.policy.Supporter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads one object of {@code members}. */
final class MemberParser {
    private static final Codes<Labour> LABOUR = new Codes<>(Labour.values());
    private static final Codes<Supporter> SUPPORTER = new Codes<>(Supporter.values());
    private static final Codes<JobMode> MODE = new Codes<>(JobMode.values());
    private static final Codes<DisabilityCategory> CATEGORY = new Codes<>(DisabilityCategory.values());

    private final Values values;
    private @Nullable String memberId;
    private @Nullable LocalDate birthDate;
    private Labour labour = Labour.FULL;
    private Supporter supporter = Supporter.ABLE;
    private @Nullable Disability disability;
    private @Nullable Job job;
    private int traits;
    private int seen;

    private MemberParser(Values values) {
        this.values = values;
    }

    /** The member, or null with errors; the parser stands at the start of the object. */
    static Member.@Nullable Builder parse(Values values, int place) {
        values.within("members", place);
        if (values.parser().currentToken() != JsonToken.START_OBJECT) {
            values.wrongType("", "an object");
            return null;
        }
        return new MemberParser(values).object(place);
    }

    private Member.@Nullable Builder object(int place) {
        for (String name = values.nextField(); name != null; name = values.nextField()) {
            int field = field(name, place);
            if (field < 0) {
                values.unknownField(name);
            } else if ((seen & 1 << field) != 0) {
                values.duplicateField(name);
            } else {
                seen |= 1 << field;
            }
        }
        values.need(seen, 1, "memberId");
        values.need(seen, 2, "birthDate");
        if (memberId == null || birthDate == null) {
            return null;
        }
        Member.Builder builder = Member.builder(memberId, birthDate)
                .labour(labour)
                .supporter(supporter)
                .disability(disability)
                .job(job);
        for (int bit = traits; bit != 0; bit &= bit - 1) {
            builder.trait(Trait.values()[Integer.numberOfTrailingZeros(bit)]);
        }
        return builder;
    }

    private int field(String name, int place) {
        switch (name) {
            case "memberId":
                memberId = values.id(name);
                return 0;
            case "birthDate":
                birthDate = values.date(name);
                return 1;
            case "labour":
                Labour foundLabour = values.code(name, LABOUR);
                labour = foundLabour == null ? Labour.FULL : foundLabour;
                return 2;
            case "student":
                return trait(name, Trait.STUDENT, 3);
            case "disability":
                disability(place);
                return 4;
            case "seriousIllness":
                return trait(name, Trait.SERIOUSLY_ILL, 5);
            case "bedridden":
                return trait(name, Trait.BEDRIDDEN, 6);
            case "preferential":
                return trait(name, Trait.PREFERENTIAL, 7);
            case "supporter":
                Supporter foundSupporter = values.code(name, SUPPORTER);
                supporter = foundSupporter == null ? Supporter.ABLE : foundSupporter;
                return 8;
            case "livingElsewhereFunded":
                return trait(name, Trait.LIVING_ELSEWHERE_FUNDED, 9);
            case "job":
                job(place);
                return 10;
            default:
                return -1;
        }
    }

    private int trait(String name, Trait trait, int field) {
        if (values.yesNo(name, false)) {
            traits |= 1 << trait.ordinal();
        }
        return field;
    }

    private void disability(int place) {
        if (values.isNull()) {
            return;
        }
        if (values.parser().currentToken() != JsonToken.START_OBJECT) {
            values.wrongType("disability", "an object or null");
            return;
        }
        values.within("members[" + place + "].disability", -1);
        int before = values.errors().size();
        DisabilityCategory category = null;
        int level = 0;
        int had = 0;
        for (String name = values.nextField(); name != null; name = values.nextField()) {
            switch (name) {
                case "category" -> {
                    had = values.once(had, 1, name);
                    category = values.code(name, CATEGORY);
                }
                case "level" -> {
                    had = values.once(had, 2, name);
                    level = values.number(name, 1, Disability.LOWEST_LEVEL);
                }
                default -> values.unknownField(name);
            }
        }
        values.need(had, 1, "category");
        values.need(had, 2, "level");
        if (values.errors().size() == before && category != null) {
            disability = new Disability(category, level);
        }
        values.within("members", place);
    }

    private void job(int place) {
        if (values.isNull()) {
            return;
        }
        if (values.parser().currentToken() != JsonToken.START_OBJECT) {
            values.wrongType("job", "an object or null");
            return;
        }
        values.within("members[" + place + "].job", -1);
        int before = values.errors().size();
        JobMode mode = null;
        int months = 0;
        int had = 0;
        for (String name = values.nextField(); name != null; name = values.nextField()) {
            switch (name) {
                case "mode" -> {
                    had = values.once(had, 1, name);
                    mode = values.code(name, MODE);
                }
                case "months" -> {
                    had = values.once(had, 2, name);
                    months = values.number(name, 1, Job.MOST_MONTHS);
                }
                default -> values.unknownField(name);
            }
        }
        values.need(had, 1, "mode");
        values.need(had, 2, "months");
        if (values.errors().size() == before && mode != null) {
            job = new Job(mode, months);
        }
        values.within("members", place);
    }
}
