package org.doudi.bench.server;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** How many pages a second a server gives to browsers that never think. */
final class Throughput {
    private Throughput() {}

    /** One page, asked for once; answers whether it came. */
    interface Ask {
        boolean once();
    }

    static double perSecond(List<Ask> browsers, int seconds) throws InterruptedException {
        AtomicInteger pages = new AtomicInteger();
        AtomicInteger errors = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(browsers.size());
        long begin = System.nanoTime();
        long until = begin + TimeUnit.SECONDS.toNanos(seconds);
        for (Ask browser : browsers) {
            threads.execute(() -> {
                while (System.nanoTime() < until) {
                    (browser.once() ? pages : errors).incrementAndGet();
                }
            });
        }
        threads.shutdown();
        if (!threads.awaitTermination(seconds + 60L, TimeUnit.SECONDS) || errors.get() > 0) {
            throw new IllegalStateException(errors.get() + " pages did not come");
        }
        return pages.get() / ((System.nanoTime() - begin) / 1e9);
    }
}
