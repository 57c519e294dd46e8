package org.doudi.cluster.link;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.doudi.linkage.block.Keys;
import org.doudi.linkage.block.Pairs;
import org.doudi.linkage.fields.CommonValues;
import org.doudi.linkage.fields.FieldComparison;
import org.doudi.linkage.fields.FieldKeys;
import org.doudi.linkage.fields.FieldPairs;
import org.doudi.linkage.fields.FieldRows;
import org.doudi.linkage.score.Comparison;
import org.doudi.linkage.score.Weights;

/** Records of a schema, brought together by the passes that their lists allow. */
final class RecordKind implements RowKind<FieldRows> {
    private final FieldForm form;
    private final List<String> names;
    private final Broadcast<Known> known;

    RecordKind(FieldForm form, List<String> names, Broadcast<Known> known) {
        this.form = form;
        this.names = List.copyOf(names);
        this.known = known;
    }

    /**
     * What was learned of all records before any were brought together.
     *
     * @param common the values that are not rare
     * @param passes the passes
     * @param first the weights by which it is told what is hopeless
     */
    record Known(CommonValues common, List<FieldKeys> passes, Weights first) implements Serializable {}

    @Override
    public RowForm<FieldRows> form() {
        return form;
    }

    @Override
    public List<String> passes() {
        return names;
    }

    @Override
    public Keys keys(int pass, FieldRows rows) {
        return known.value().passes().get(pass).over(rows);
    }

    @Override
    public int mostInBlock() {
        return FieldKeys.MOST_IN_BLOCK;
    }

    @Override
    public Comparison comparison(FieldRows rows) {
        return new FieldComparison(rows, known.value().common());
    }

    @Override
    public Pairs pairs(int pass, FieldRows rows, Comparison comparison) {
        Known all = known.value();
        return new FieldPairs(rows, comparison, all.passes().subList(0, pass), all.first());
    }

    @Override
    public long household(FieldRows rows, int row) {
        return 0;
    }
}
