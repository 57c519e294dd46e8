package org.doudi.cli.demodata;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import org.doudi.policy.Consent;
import org.doudi.policy.Household;
import org.doudi.policy.Member;
import org.doudi.policy.Member.Trait;
import org.doudi.policy.Supporter;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Household JSON lines; stands here until policy.json writes them. */
final class HouseholdLines {
    private final JsonGenerator json;

    HouseholdLines(OutputStream out) {
        json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    }

    void write(Household household) throws IOException {
        json.writeStartObject();
        json.writeStringProperty("householdId", household.householdId());
        json.writeStringProperty("village", household.village());
        json.writeStringProperty("assessedOn", household.assessedOn().toString());
        json.writeBooleanProperty("consent", household.consent() == Consent.GIVEN);
        json.writeArrayPropertyStart("members");
        for (Member m : household.members()) {
            json.writeStartObject();
            json.writeStringProperty("memberId", m.memberId());
            json.writeStringProperty("birthDate", m.birthDate().toString());
            json.writeStringProperty("labour", m.labour().name());
            if (m.is(Trait.STUDENT)) json.writeBooleanProperty("student", true);
            var d = m.disability();
            if (d != null) {
                json.writeObjectPropertyStart("disability");
                json.writeStringProperty("category", d.category().name());
                json.writeNumberProperty("level", d.level());
                json.writeEndObject();
            }
            if (m.is(Trait.SERIOUSLY_ILL)) json.writeBooleanProperty("seriousIllness", true);
            if (m.is(Trait.BEDRIDDEN)) json.writeBooleanProperty("bedridden", true);
            if (m.is(Trait.PREFERENTIAL)) json.writeBooleanProperty("preferential", true);
            if (m.is(Trait.LIVING_ELSEWHERE_FUNDED)) json.writeBooleanProperty("livingElsewhereFunded", true);
            if (m.supporter() != Supporter.ABLE)
                json.writeStringProperty("supporter", m.supporter().name());
            var job = m.job();
            if (job != null) {
                json.writeObjectPropertyStart("job");
                json.writeStringProperty("mode", job.mode().name());
                json.writeNumberProperty("months", job.months());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("income");
        for (var e : household.income()) {
            entry(household, e.member(), e.item().name(), e.fen());
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("spending");
        for (var e : household.spending()) {
            entry(household, e.member(), e.item().name(), e.fen());
        }
        json.writeEndArray();
        json.writeObjectPropertyStart("assets");
        json.writeStringProperty(
                "financialYuan",
                BigDecimal.valueOf(household.assets().financialFen(), 2).toPlainString());
        json.writeNumberProperty("houses", household.assets().houses());
        json.writeNumberProperty("cars", household.assets().cars());
        json.writeNumberProperty("machines", household.assets().machines());
        json.writeBooleanProperty("business", household.assets().business());
        json.writeEndObject();
        var g = household.guarantees();
        if (!g.complete()) {
            json.writeObjectPropertyStart("guarantees");
            json.writeBooleanProperty("food", g.food());
            json.writeBooleanProperty("clothing", g.clothing());
            json.writeBooleanProperty("education", g.education());
            json.writeBooleanProperty("medical", g.medical());
            json.writeBooleanProperty("housing", g.housing());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void entry(Household household, int member, String item, long fen) {
        json.writeStartObject();
        json.writeStringProperty("memberId", household.member(member).memberId());
        json.writeStringProperty("item", item);
        json.writeStringProperty("yuan", BigDecimal.valueOf(fen, 2).toPlainString());
        json.writeEndObject();
    }

    void flush() throws IOException {
        json.flush();
    }
}
