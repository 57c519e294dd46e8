package org.doudi.cluster.reconcile;

import java.io.Serializable;
import java.util.List;
import org.doudi.cli.reconcile.HouseholdRolls.Strength;
import org.doudi.cli.reconcile.PersonBook.Named;
import org.doudi.cli.reconcile.Roll;
import org.doudi.cli.reconcile.RollRow;
import org.jspecify.annotations.Nullable;

/**
 * One row of a roll with all that the linkage made of it, to be sent where its case is decided.
 *
 * @param roll the roll
 * @param row the row
 * @param person whom it names
 * @param weight how near that person is
 * @param evidence why
 * @param reviews persons whom somebody must compare with it
 * @param hints persons who come near
 * @param namesakes persons of the same name
 */
record LinkedRow(
        Roll roll,
        RollRow row,
        @Nullable Named person,
        double weight,
        String evidence,
        List<Perhaps> reviews,
        List<Perhaps> hints,
        List<Perhaps> namesakes)
        implements Serializable {
    /** A person whom the row may name. */
    record Perhaps(Named person, double probability, String evidence, Strength strength) implements Serializable {}
}
