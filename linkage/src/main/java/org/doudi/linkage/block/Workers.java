package org.doudi.linkage.block;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Runs numbered tasks on a few threads. What the tasks write must not depend on which thread ran them. */
public final class Workers {
    private final int threads;

    /** With at most so many threads at once. */
    public Workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, not " + threads);
        }
        this.threads = threads;
    }

    /** The number of threads. */
    public int threads() {
        return threads;
    }

    /** Runs task 0 to {@code tasks - 1}, each once, and waits for all. */
    public void run(int tasks, IntConsumer task) {
        run(tasks, () -> task);
    }

    /** The same, where each thread first gets a worker of its own. */
    public void run(int tasks, Supplier<IntConsumer> workers) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable loop = () -> {
            try {
                IntConsumer worker = workers.get();
                for (int i = next.getAndIncrement(); i < tasks && failure.get() == null; i = next.getAndIncrement()) {
                    worker.accept(i);
                }
            } catch (Throwable e) {
                failure.compareAndSet(null, e);
            }
        };
        List<Thread> started = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, tasks); i++) {
            Thread thread = new Thread(loop, "doudi-worker-" + i);
            thread.setDaemon(true);
            thread.start();
            started.add(thread);
        }
        loop.run();
        for (Thread thread : started) {
            join(thread);
        }
        Throwable thrown = failure.get();
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
        if (thrown != null) {
            throw new IllegalStateException(thrown);
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
