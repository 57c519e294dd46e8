package org.doudi.cli.folder;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A line on a terminal that says how far a long step is; silent anywhere else. */
public final class Progress {
    private static final long EVERY_NANOS = 100_000_000L;
    private static final int BAR = 24;

    private final PrintStream terminal;
    private final boolean shown;
    private String step = "";
    private long total;
    private long last;

    private Progress(PrintStream terminal, boolean shown) {
        this.terminal = terminal;
        this.shown = shown;
    }

    /** On standard error when a person looks at it. */
    public static Progress onTerminal() {
        return new Progress(System.err, standardErrorIsTerminal());
    }

    private static boolean standardErrorIsTerminal() {
        try {
            String device = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Shows nothing. */
    public static Progress silent() {
        return new Progress(System.err, false);
    }

    /** A step of {@code of} things begins; 0 when their number is unknown. */
    public synchronized void begin(String name, long of) {
        step = name;
        total = of;
        last = 0;
        at(0);
    }

    /** So many are done. */
    public synchronized void at(long done) {
        long now = System.nanoTime();
        if (!shown || now - last < EVERY_NANOS) {
            return;
        }
        last = now;
        if (total > 0) {
            int full = (int) Math.min(BAR, done * BAR / total);
            terminal.printf(
                    "\r\033[K%s [%s%s] %3d%%",
                    step, "#".repeat(full), "·".repeat(BAR - full), Math.min(100, done * 100 / total));
        } else {
            terminal.printf("\r\033[K%s …", step);
        }
        terminal.flush();
    }

    /** Clears the line. */
    public synchronized void end() {
        if (shown) {
            terminal.print("\r\033[K");
            terminal.flush();
        }
    }
}
