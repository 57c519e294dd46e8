package org.doudi.server;

import org.doudi.server.database.DatabaseRefusedException;
import org.doudi.server.vault.KeyFileException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Tells a refused start in a sentence or two instead of a stack trace. */
final class RefusedStartAnalyzer implements FailureAnalyzer {
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownSettingException unknown) {
                return new FailureAnalysis(String.valueOf(unknown.getMessage()), unknown.action(), unknown);
            }
            if (cause instanceof DatabaseRefusedException || cause instanceof KeyFileException) {
                return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
            }
        }
        return null;
    }
}
