package org.doudi.server.registry.store;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.doudi.policy.Assessment;
import org.doudi.policy.Consent;
import org.doudi.policy.Household;
import org.doudi.policy.HouseholdBuilder;
import org.doudi.policy.Member;
import org.doudi.policy.json.HouseholdWriter;
import org.doudi.server.registry.Causes;
import org.doudi.server.registry.FactContent;
import org.doudi.server.registry.PovertyCause;
import org.doudi.server.registry.Roll;
import org.doudi.server.registry.RollEntry;
import org.doudi.server.registry.RollEntry.Register;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts as the pieces of the policy's household in JSON, as they lie in the tables. */
final class Pieces {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final LocalDate SOME_DAY = LocalDate.of(2017, 1, 1);
    private static final Member SOMEBODY = Member.builder("1", SOME_DAY).build();

    private Pieces() {}

    /** The piece that a fact carries. */
    static JsonNode of(FactContent content) {
        if (content instanceof FactContent.Person person) {
            return person(json(household(Consent.GIVEN)
                            .member(
                                    0,
                                    person.member().toBuilder()
                                            .birthDate(SOME_DAY)
                                            .build())
                            .build())
                    .get("members")
                    .get(0));
        }
        if (content instanceof FactContent.Income income) {
            ArrayNode entries = JSON.createArrayNode();
            income.lines()
                    .forEach(l -> entry(entries, l.memberNumber(), l.item().name(), l.fen()));
            return entries;
        }
        if (content instanceof FactContent.Spending spending) {
            ArrayNode entries = JSON.createArrayNode();
            spending.lines()
                    .forEach(l -> entry(entries, l.memberNumber(), l.item().name(), l.fen()));
            return entries;
        }
        if (content instanceof FactContent.Owned owned) {
            return json(household(Consent.GIVEN).assets(owned.assets()).build()).get("assets");
        }
        if (content instanceof FactContent.Guaranteed guaranteed) {
            return json(household(Consent.GIVEN)
                            .guarantees(guaranteed.guarantees())
                            .build())
                    .get("guarantees");
        }
        if (content instanceof FactContent.Insured insured) {
            return CircumstancePieces.of(insured);
        }
        if (content instanceof FactContent.Schooling schooling) {
            return CircumstancePieces.of(schooling);
        }
        if (content instanceof FactContent.Land land) {
            return CircumstancePieces.of(land);
        }
        if (content instanceof FactContent.Disasters disasters) {
            return CircumstancePieces.of(disasters);
        }
        FactContent.Agreed agreed = (FactContent.Agreed) content;
        return json(household(agreed.consent()).build()).get("consent");
    }

    /** A member of the record without what does not lie in facts. */
    static ObjectNode person(JsonNode member) {
        ObjectNode piece = ((ObjectNode) member).deepCopy();
        return piece.remove(List.of("memberId", "birthDate"));
    }

    /** What an entry on a roll carries. */
    static ObjectNode of(RollEntry entry) {
        ObjectNode content = JSON.createObjectNode();
        Register register = entry.register();
        if (entry.roll() == Roll.DIBAO) {
            if (entry.since() != null) {
                content.put("since", entry.since().toString());
            }
            content.put("monthlyYuan", Assessment.yuan(entry.monthlyFen()));
        } else if (register != null) {
            content.put("state", register.state().name());
            if (register.liftedOn() != null) {
                content.put("liftedOn", register.liftedOn().toString());
            }
            content.put("throughProgramme", register.throughProgramme());
            Causes causes = register.causes();
            if (causes != null) {
                content.put("cause", causes.main().word());
                ArrayNode others = content.putArray("otherCauses");
                causes.others().forEach(other -> others.add(other.word()));
            }
        }
        return content;
    }

    /** Why a household is poor, as an entry on the register says it; null where it says no known cause. */
    static @Nullable Causes causes(JsonNode content) {
        PovertyCause main = PovertyCause.of(content.path("cause").asString("")).orElse(null);
        if (main == null) {
            return null;
        }
        Set<PovertyCause> others = EnumSet.noneOf(PovertyCause.class);
        content.path("otherCauses")
                .forEach(word -> PovertyCause.of(word.asString("")).ifPresent(others::add));
        others.remove(main);
        return new Causes(main, others.stream().limit(Causes.MOST_OTHERS).toList());
    }

    /** The whole record as JSON. */
    static JsonNode json(Household household) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            new HouseholdWriter().write(household, out);
        }
        return JSON.readTree(text.toString());
    }

    private static HouseholdBuilder household(Consent consent) {
        return Household.builder("1", "000000000000", SOME_DAY, consent).member(SOMEBODY);
    }

    private static void entry(ArrayNode entries, String member, String item, long fen) {
        entries.addObject().put("memberId", member).put("item", item).put("yuan", Assessment.yuan(fen));
    }
}
