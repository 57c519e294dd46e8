package org.doudi.cluster.link;

import java.util.List;
import org.doudi.linkage.block.Keys;
import org.doudi.linkage.block.Pairs;
import org.doudi.linkage.person.PersonComparison;
import org.doudi.linkage.person.PersonKeys;
import org.doudi.linkage.person.PersonPairs;
import org.doudi.linkage.person.PersonRows;
import org.doudi.linkage.score.Comparison;

/** People, brought together by certain passes. */
final class PersonKind implements RowKind<PersonRows> {
    private final RowForm<PersonRows> form = new PersonForm();
    private final List<PersonKeys> passes;

    PersonKind(PersonKeys... passes) {
        this.passes = List.of(passes);
    }

    @Override
    public RowForm<PersonRows> form() {
        return form;
    }

    @Override
    public List<String> passes() {
        return passes.stream().map(PersonKeys::name).toList();
    }

    @Override
    public Keys keys(int pass, PersonRows rows) {
        return passes.get(pass).over(rows);
    }

    @Override
    public int mostInBlock() {
        return PersonPairs.MOST_IN_BLOCK;
    }

    @Override
    public Comparison comparison(PersonRows rows) {
        return new PersonComparison(rows);
    }

    @Override
    public Pairs pairs(int pass, PersonRows rows, Comparison comparison) {
        return new PersonPairs(passes.get(pass), rows, comparison);
    }

    @Override
    public long household(PersonRows rows, int row) {
        return rows.word(row, PersonRows.HOUSEHOLD);
    }
}
