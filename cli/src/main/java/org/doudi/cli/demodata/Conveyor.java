package org.doudi.cli.demodata;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Hands villages to a sink that works in a thread of its own; few at a time, so memory stays bounded. */
final class Conveyor implements AutoCloseable {
    private static final int WAITING = 4;

    private final BlockingQueue<List<Family>> queue = new ArrayBlockingQueue<>(WAITING);
    private final ExecutorService thread;
    private final Future<?> work;

    Conveyor(String name, Sink sink) {
        thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
        work = thread.submit(() -> {
            for (List<Family> village = queue.take(); !village.isEmpty(); village = queue.take()) {
                sink.take(village);
            }
            return null;
        });
    }

    void put(List<Family> village) throws IOException {
        try {
            while (!queue.offer(village, 1, TimeUnit.SECONDS)) {
                if (work.isDone()) {
                    finish();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while writing", e);
        }
    }

    /** Waits until everything is written; throws what stopped the sink. */
    void finish() throws IOException {
        try {
            if (!work.isDone()) {
                queue.put(List.of());
            }
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while writing", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new CompletionException(e.getCause());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
