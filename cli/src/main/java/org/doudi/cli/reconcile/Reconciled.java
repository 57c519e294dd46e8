package org.doudi.cli.reconcile;

import java.util.List;
import java.util.Map;

/**
 * What came out of a reconciliation on one machine.
 *
 * @param overview the numbers
 * @param persons the households' members
 * @param books the lists that could be read
 * @param links what the linkage made of them
 * @param strangers people on lists whom no household holds
 * @param findings the households' gaps
 * @param problems cells, rows and files that could not be used
 */
public record Reconciled(
        Overview overview,
        PersonBook persons,
        Map<Roll, RollBook> books,
        Map<Roll, Links> links,
        Strangers strangers,
        Findings findings,
        List<InputProblem> problems) {}
