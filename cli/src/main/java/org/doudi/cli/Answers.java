package org.doudi.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.doudi.policy.json.JsonLines;
import org.doudi.policy.json.LineAssessor;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Answers a stream of households, batch by batch, on some threads. The answers come in the order of the lines whatever the number of
 * threads; at most a few batches a thread are in memory.
 */
public final class Answers {
    private static final JsonFactory JSON =
            JsonFactory.builder().rootValueSeparator("\n").build();
    private static final int BATCHES_AHEAD = 2;

    private final Supplier<LineAssessor> assessors;
    private final Queue<LineAssessor> idle = new ConcurrentLinkedQueue<>();
    private final int threads;
    private long lines;
    private long rejected;

    /** Where the answers go. */
    @FunctionalInterface
    public interface Sink {
        /** Takes whole lines. */
        void write(byte[] bytes, int length) throws IOException;
    }

    /** Answers by these assessors, one a thread. */
    public Answers(Supplier<LineAssessor> assessors, int threads) {
        this.assessors = assessors;
        this.threads = threads;
    }

    /** The answers to one batch. */
    private static final class Chunk extends ByteArrayOutputStream {
        private int lines;
        private int rejected;

        Chunk(int size) {
            super(size);
        }

        void writeTo(Sink out) throws IOException {
            out.write(buf, count);
        }
    }

    /** How many lines were answered. */
    public long lines() {
        return lines;
    }

    /** How many of them with errors. */
    public long rejected() {
        return rejected;
    }

    /** Answers all lines. */
    public void answer(JsonLines batches, Sink out) throws IOException {
        if (threads == 1) {
            for (JsonLines.Batch batch = batches.next(); batch != null; batch = batches.next()) {
                write(answer(batch), out);
            }
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "assess");
            thread.setDaemon(true);
            return thread;
        });
        try {
            answer(batches, out, pool);
        } finally {
            pool.shutdownNow();
        }
    }

    private void answer(JsonLines batches, Sink out, ExecutorService pool) throws IOException {
        ArrayDeque<Future<Chunk>> ahead = new ArrayDeque<>();
        for (JsonLines.Batch batch = batches.next(); batch != null; batch = batches.next()) {
            JsonLines.Batch now = batch;
            ahead.add(pool.submit(() -> answer(now)));
            while (!ahead.isEmpty()
                    && (ahead.size() > threads * BATCHES_AHEAD
                            || ahead.getFirst().isDone())) {
                write(result(ahead.removeFirst()), out);
            }
        }
        while (!ahead.isEmpty()) {
            write(result(ahead.removeFirst()), out);
        }
    }

    private static Chunk result(Future<Chunk> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the command was interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void write(Chunk chunk, Sink out) throws IOException {
        lines += chunk.lines;
        rejected += chunk.rejected;
        chunk.writeTo(out);
    }

    private Chunk answer(JsonLines.Batch batch) {
        @Nullable LineAssessor free = idle.poll();
        LineAssessor assessor = free == null ? assessors.get() : free;
        Chunk chunk = new Chunk(batch.bytes().length * 2);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), chunk)) {
            for (int i = 0; i < batch.count(); i++) {
                LineAssessor.Result result = batch.tooLong(i)
                        ? assessor.tooLong(batch.bytes(), batch.offset(i), batch.length(i), batch.number(i), json)
                        : assessor.answer(batch.bytes(), batch.offset(i), batch.length(i), batch.number(i), json);
                chunk.lines++;
                chunk.rejected += result == LineAssessor.Result.REJECTED ? 1 : 0;
            }
        }
        chunk.write('\n');
        idle.add(assessor);
        return chunk;
    }
}
