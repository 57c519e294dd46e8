package org.doudi.server.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.doudi.linkage.Linkage;
import org.doudi.linkage.Linker;
import org.doudi.linkage.Progress;
import org.doudi.linkage.assign.Assignment;
import org.doudi.linkage.person.PersonListBuilder;
import org.doudi.linkage.score.Tier;
import org.doudi.server.matching.RowFindings.Candidate;
import org.doudi.server.matching.RowFindings.Finding;
import org.doudi.server.matching.store.PairStore;
import org.doudi.server.registry.Identities;
import org.doudi.server.registry.Identities.Known;
import org.doudi.server.registry.Identities.Named;
import org.doudi.server.registry.Identities.Standing;
import org.doudi.server.registry.ListImports;
import org.doudi.server.registry.RowLinkage;
import org.doudi.server.shell.Today;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links the whole of a list with everybody of the area, so that the weights are learned from rows that are certain too, and takes what the
 * engine says of the rows that are not: without doubt it is written, with doubt it becomes pairs for people.
 */
@Component
class RowMatching implements RowLinkage {
    static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final int BATCH = 500;

    private final Identities identities;
    /** Asked for late: an import asks this in its turn. */
    private final ObjectProvider<ListImports> imports;

    private final PairStore store;
    private final Corrections corrections;
    private final Precedents precedents;
    private final TransactionTemplate transaction;
    private final Today today;

    RowMatching(
            Identities identities,
            ObjectProvider<ListImports> imports,
            PairStore store,
            Corrections corrections,
            Precedents precedents,
            TransactionTemplate transaction,
            Today today) {
        this.identities = identities;
        this.imports = imports;
        this.store = store;
        this.corrections = corrections;
        this.precedents = precedents;
        this.transaction = transaction;
        this.today = today;
    }

    @Override
    public void link(long listImport) {
        Map<Long, List<Long>> open = new HashMap<>();
        PersonListBuilder list = Lists.empty("list");
        PersonListBuilder people = Lists.empty("registry");
        transaction.executeWithoutResult(t -> identities.rows(listImport, row -> {
            list.add(Lists.cells(row));
            if (row.standing() == Standing.OPEN) {
                open.put(row.row(), row.candidates());
            }
        }));
        if (open.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(t -> identities.everybody(person -> people.add(Lists.cells(person))));
        Linkage linkage =
                new Linker(THREADS, Progress.SILENT).link(list.build(), people.build(), Assignment.Shape.ONE_TO_ONE);
        Map<Long, Finding> findings = RowFindings.of(linkage, Objects.requireNonNull(linkage.right()), open);
        List<Long> rows = new ArrayList<>(findings.keySet());
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<Long> batch = rows.subList(from, Math.min(rows.size(), from + BATCH));
            transaction.executeWithoutResult(t -> keep(listImport, linkage, batch, findings));
        }
    }

    private void keep(long listImport, Linkage linkage, List<Long> rows, Map<Long, Finding> findings) {
        ListImports.View view = imports.getObject().get(listImport);
        Map<Long, Known> known = identities.of(rows.stream()
                .flatMap(row -> candidates(Objects.requireNonNull(findings.get(row))).stream())
                .map(Candidate::person)
                .distinct()
                .toList());
        Map<Long, Long> sure = new LinkedHashMap<>();
        for (long id : rows) {
            Finding finding = Objects.requireNonNull(findings.get(id));
            Named row = identities.row(listImport, id);
            if (row == null || row.standing() != Standing.OPEN) {
                continue;
            }
            Candidate certain = finding.sure();
            if (certain != null) {
                sure.put(id, certain.person());
            } else {
                identities.hold(
                        id, finding.doubtful().stream().map(Candidate::person).toList());
            }
            Map<Long, Long> pairs = new LinkedHashMap<>();
            for (Candidate candidate : candidates(finding)) {
                Known person = known.get(candidate.person());
                if (person != null) {
                    long pair = pair(
                            view, row, person, linkage, candidate, certain == null ? PairState.OPEN : PairState.SURE);
                    pairs.put(candidate.person(), pair);
                }
            }
            if (certain == null) {
                precedents.follow(view, row, pairs);
            }
        }
        identities.settle(listImport, sure);
    }

    private static List<Candidate> candidates(Finding finding) {
        Candidate certain = finding.sure();
        return certain == null ? finding.doubtful() : List.of(certain);
    }

    private long pair(
            ListImports.View view, Named row, Known person, Linkage linkage, Candidate candidate, PairState state) {
        NewPair.Found found = Lists.found(linkage, candidate.pattern());
        long id = store.add(
                new NewPair(
                        new NewPair.Row(view, row.row(), row.line()),
                        new NewPair.Entry(person.person(), person.village()),
                        null,
                        found,
                        state,
                        null),
                today.now());
        if (state == PairState.SURE
                && found.tier() == Tier.REPAIRED
                && !row.idNumber().isEmpty()) {
            store.find(id).ifPresent(pair -> corrections.raise(pair, row, person));
        }
        return id;
    }
}
