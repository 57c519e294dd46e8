package org.doudi.cli.reconcile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.doudi.cli.folder.Progress;
import org.doudi.policy.json.JsonLines;

/** Assesses every household of a file on the rolls that the lists make; several batches at once, answers in the file's order. */
final class Assessing {
    private Assessing() {}

    static Findings assess(HouseholdLines check, Path households, int threads, Progress progress) throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "assess");
            thread.setDaemon(true);
            return thread;
        });
        Findings sum = new Findings();
        progress.begin("核算各户", Files.size(households));
        try (InputStream in = new BufferedInputStream(Files.newInputStream(households), 1 << 16)) {
            JsonLines lines = new JsonLines(in);
            Deque<Future<Findings>> running = new ArrayDeque<>();
            long bytes = 0;
            for (JsonLines.Batch batch = lines.next(); batch != null; batch = lines.next()) {
                JsonLines.Batch taken = batch;
                running.add(workers.submit(() -> check.batch(taken)));
                if (running.size() > threads * 2) {
                    sum.addAll(running.remove().get());
                }
                bytes += batch.offset(batch.count() - 1) + (long) batch.length(batch.count() - 1);
                progress.at(bytes);
            }
            for (Future<Findings> rest : running) {
                sum.addAll(rest.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while assessing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a household could not be assessed", e.getCause());
        } finally {
            workers.shutdownNow();
            progress.end();
        }
        return sum;
    }
}
