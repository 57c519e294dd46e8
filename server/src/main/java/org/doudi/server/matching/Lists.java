package org.doudi.server.matching;

import java.util.ArrayList;
import java.util.List;
import org.doudi.linkage.Linkage;
import org.doudi.linkage.person.PersonColumn;
import org.doudi.linkage.person.PersonComparison;
import org.doudi.linkage.person.PersonListBuilder;
import org.doudi.linkage.score.PatternSpace;
import org.doudi.server.matching.NewPair.Found;
import org.doudi.server.matching.PairView.Agreement;
import org.doudi.server.registry.Identities.Known;
import org.doudi.server.registry.Identities.Named;
import org.doudi.server.registry.Sex;

/** Rows and records as the engine takes them, and what it finds as pairs keep it. No number ever lies in a file. */
final class Lists {
    private static final List<PersonColumn> COLUMNS = List.of(
            PersonColumn.ID,
            PersonColumn.ID_NUMBER,
            PersonColumn.NAME,
            PersonColumn.SEX,
            PersonColumn.BIRTH_DATE,
            PersonColumn.VILLAGE_CODE,
            PersonColumn.PHONE,
            PersonColumn.HOUSEHOLD);

    private Lists() {}

    static PersonListBuilder empty(String name) {
        return new PersonListBuilder(name, COLUMNS);
    }

    static List<String> cells(Named row) {
        return List.of(
                Long.toString(row.row()),
                row.idNumber(),
                row.name(),
                row.sex(),
                row.birth(),
                row.village(),
                row.phone(),
                row.household());
    }

    static List<String> cells(Known person) {
        return List.of(
                Long.toString(person.person()),
                person.idNumber(),
                person.name(),
                person.sex() == Sex.MALE ? "男" : "女",
                person.birth().toString(),
                person.village(),
                person.phone(),
                Long.toString(person.household()));
    }

    static Found found(Linkage linkage, int pattern) {
        PatternSpace space = PersonComparison.SPACE;
        List<Agreement> evidence = new ArrayList<>();
        for (int f = 0; f < space.fields().size(); f++) {
            int level = space.level(pattern, f);
            if (level != 0) {
                double bits = Math.round(linkage.weights().of(f, level) * 10) / 10.0;
                evidence.add(new Agreement(space.fields().get(f).name(), level, bits));
            }
        }
        return new Found(
                linkage.weights().of(pattern),
                linkage.weights().probability(pattern),
                linkage.judge().tier(pattern),
                evidence);
    }
}
