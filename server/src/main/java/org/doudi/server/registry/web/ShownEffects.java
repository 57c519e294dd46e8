package org.doudi.server.registry.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.doudi.policy.Assessor;
import org.doudi.policy.MissingParameterException;
import org.doudi.policy.Trace;
import org.doudi.server.registry.ChangeSide;
import org.doudi.server.registry.ChangeSide.Row;
import org.doudi.server.registry.Effects;
import org.doudi.server.registry.HouseholdChanges.Seen;
import org.doudi.server.registry.HouseholdChanges.Side;
import org.doudi.server.registry.HouseholdView;
import org.doudi.server.registry.MemberView;
import org.doudi.server.standards.Standards;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts households before and after into words. */
@Component
final class ShownEffects implements Effects {
    private final MessageSource messages;
    private final Standards standards;

    ShownEffects(MessageSource messages, Standards standards) {
        this.messages = messages;
        this.standards = standards;
    }

    @Override
    public List<ChangeSide> of(List<Side> sides, HouseholdView named, Locale locale) {
        Words words = Words.of(messages, locale, standards, named);
        return sides.stream().map(side -> of(side, words)).toList();
    }

    private ChangeSide of(Side side, Words words) {
        Seen before = side.before();
        Seen after = side.after();
        HouseholdView named = after != null ? after.view() : before == null ? null : before.view();
        if (named == null) {
            return new ChangeSide(words.text("side.empty"), "", List.of(), List.of());
        }
        String head = words.text("household", named.headName());
        String title =
                before == null ? words.text("side.new", head) : after == null ? words.text("side.ends", head) : head;
        return new ChangeSide(
                title,
                named.division() + " " + named.address(),
                rows(before, after),
                EffectLines.of(assessed(before), assessed(after), words));
    }

    private static List<Row> rows(@Nullable Seen before, @Nullable Seen after) {
        Map<Long, String> names = new LinkedHashMap<>();
        Map<Long, String> was = relations(before, names);
        Map<Long, String> is = relations(after, names);
        List<Row> rows = new ArrayList<>();
        names.forEach((person, name) -> {
            String old = was.getOrDefault(person, "–");
            String now = is.getOrDefault(person, "–");
            rows.add(new Row(name, old, now, !old.equals(now)));
        });
        return rows;
    }

    private static Map<Long, String> relations(@Nullable Seen seen, Map<Long, String> names) {
        Map<Long, String> relations = new LinkedHashMap<>();
        if (seen != null) {
            for (MemberView m : seen.view().members()) {
                names.put(m.person(), m.name());
                relations.put(m.person(), m.relation());
            }
        }
        return relations;
    }

    private @Nullable Outlook assessed(@Nullable Seen seen) {
        if (seen == null) {
            return null;
        }
        try {
            return new Outlook(
                    Assessor.assess(seen.record(), standards.pack().at(seen.record()), Trace.OFF),
                    seen.disasters().lossFen(seen.record().assessedOn()));
        } catch (MissingParameterException e) {
            return null;
        }
    }
}
