package org.doudi.server.registry.web;

import java.util.ArrayList;
import java.util.List;
import org.doudi.policy.Assessment;
import org.doudi.policy.DibaoOutcome;
import org.doudi.policy.Household;
import org.doudi.policy.Member;
import org.doudi.policy.Member.Trait;
import org.doudi.policy.Rolls;

/** A word on the household's head: a roll, or that rolls and rules differ. */
record Tag(String style, String text) {
    static List<Tag> of(Household h, Words words) {
        List<Tag> tags = new ArrayList<>();
        Rolls.DibaoEntry dibao = h.rolls().dibao();
        if (dibao != null) {
            tags.add(new Tag("brand", words.text("tag.dibao", Words.yuan(dibao.monthlyFen()))));
        }
        Rolls.RegisterEntry register = h.rolls().register();
        if (register != null) {
            String since =
                    register.liftedOn() == null ? "" : register.liftedOn().toString();
            tags.add(
                    new Tag("reg", words.text("tag.register." + register.state().name(), since)));
        }
        count(h, Trait.ON_TEKUN_ROLL, "tekun", words, tags);
        count(h, Trait.ON_LIVING_ALLOWANCE_ROLL, "living", words, tags);
        count(h, Trait.ON_CARE_ALLOWANCE_ROLL, "care", words, tags);
        if (tags.isEmpty()) {
            tags.add(new Tag("", words.text("tag.none")));
        }
        return tags;
    }

    /** The tags that come from comparing with the rules. */
    static List<Tag> of(Assessment a, Words words) {
        List<Tag> tags = new ArrayList<>();
        if (a.dibao() == DibaoOutcome.GRADUAL_EXIT && a.until() != null) {
            tags.add(new Tag("brand", words.text("tag.until", a.until().toString())));
        }
        if (a.hasGaps()) {
            tags.add(new Tag("warn", words.text("tag.gaps", a.gaps().size())));
        }
        return tags;
    }

    private static void count(Household h, Trait trait, String key, Words words, List<Tag> tags) {
        long on = h.members().stream().filter((Member m) -> m.is(trait)).count();
        if (on > 0) {
            tags.add(new Tag("", words.text("tag." + key, on)));
        }
    }
}
