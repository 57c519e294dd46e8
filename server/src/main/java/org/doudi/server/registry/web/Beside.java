package org.doudi.server.registry.web;

import java.util.ArrayList;
import java.util.List;
import org.doudi.server.registry.Absence;
import org.doudi.server.registry.Circumstances;
import org.doudi.server.registry.Education;
import org.doudi.server.registry.FactContent.Insured;
import org.doudi.server.registry.FactContent.Land;
import org.doudi.server.registry.FactContent.Schooling;
import org.doudi.server.registry.SchoolStage;

/** Sentences on what is known of a household that no rule of the law looks at. */
final class Beside {
    private Beside() {}

    /** Of one person. */
    static List<String> of(long person, Circumstances circumstances, Words words) {
        List<String> said = new ArrayList<>();
        Schooling schooling = circumstances.schooling().get(person);
        if (schooling != null) {
            SchoolStage stage = schooling.stage();
            if (stage != null) {
                said.add(words.text("schooling.attends", words.text("stage." + stage)));
            }
            Absence absence = schooling.absence();
            if (absence != null) {
                said.add(words.text("schooling.absent", words.text("absence." + absence)));
            }
            Education education = schooling.education();
            if (education != null) {
                said.add(words.text("schooling.finished", words.text("education." + education)));
            }
        }
        Insured insured = circumstances.insured().get(person);
        if (insured != null) {
            if (insured.resident()) {
                said.add(words.text("insured.resident"));
            }
            if (insured.employee()) {
                said.add(words.text("insured.employee"));
            }
            if (!insured.resident() && !insured.employee()) {
                said.add(words.text("insured.no"));
            }
            said.add(words.text(insured.illness() ? "insured.illness" : "insured.no-illness"));
        }
        return said;
    }

    /** Of the household. */
    static List<String> of(Circumstances circumstances, Words words) {
        List<String> said = new ArrayList<>();
        Land land = circumstances.land();
        if (land != null) {
            said.add(words.text("land", Mu.of(land.arable()), Mu.of(land.forest())));
        }
        circumstances
                .disasters()
                .all()
                .forEach(d -> said.add(words.text(
                        "disaster.was",
                        d.on().toString(),
                        words.text("disaster." + d.what()),
                        Words.yuan(d.lossFen()))));
        return said;
    }
}
