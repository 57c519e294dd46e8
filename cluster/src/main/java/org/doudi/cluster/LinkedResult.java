package org.doudi.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.doudi.cluster.link.ClusterLinker;
import org.doudi.cluster.output.Draft;
import org.doudi.linkage.output.Account;
import org.doudi.linkage.output.Summary;

/** The files of a linkage, in the form that was asked for. */
final class LinkedResult {
    private static final String SUMMARY = "summary.json";

    private LinkedResult() {}

    /** Writes the summary into the draft. */
    static void summary(Account account, Draft draft) throws IOException {
        Path local = Files.createTempFile("doudi-summary", ".json");
        try {
            Summary.write(account, local);
            draft.text(SUMMARY, Files.readString(local));
        } finally {
            Files.delete(local);
        }
    }

    /** Moves the tables and the summary in. */
    static void commit(SparkSession session, Draft draft, List<String> tables, SparkOptions options)
            throws IOException {
        if (options.parquet()) {
            List<String> folders = new ArrayList<>();
            for (String table : tables) {
                folders.add(draft.asParquet(session, table, ClusterLinker.columns(table)));
            }
            draft.commitParts(folders, List.of(SUMMARY));
        } else if (options.parts()) {
            draft.commitParts(tables, List.of(SUMMARY));
        } else {
            List<String> files = new ArrayList<>(tables);
            files.add(SUMMARY);
            draft.commit(files);
        }
    }
}
