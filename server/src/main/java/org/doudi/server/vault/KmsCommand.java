package org.doudi.server.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/**
 * Asks the service through a program: {@code PROGRAM wrap} and {@code PROGRAM unwrap} read one line of Base64 and answer with one.
 */
final class KmsCommand implements Kms {
    private static final int LONGEST_SECONDS = 30;
    private static final int LONGEST_ANSWER = 65_536;

    private final String program;

    KmsCommand(String program) {
        this.program = program;
    }

    @Override
    public byte[] wrap(byte[] key) {
        return ask("wrap", key);
    }

    @Override
    public byte[] unwrap(byte[] wrapped) {
        return ask("unwrap", wrapped);
    }

    private byte[] ask(String what, byte[] value) {
        try {
            Process process = new ProcessBuilder(program, what)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return answer(process, what, value);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new KeyFileException("The program of doudi.vault.kms-command cannot be asked: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeyFileException("interrupted while the key management service was asked", e);
        }
    }

    private static byte[] answer(Process process, String what, byte[] value) throws IOException, InterruptedException {
        try (OutputStream question = process.getOutputStream()) {
            question.write((Base64.getEncoder().encodeToString(value) + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // it ended without reading; its status says more
            process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
        }
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw new KeyFileException("The program of doudi.vault.kms-command did not end within " + LONGEST_SECONDS
                    + " s when asked to " + what);
        }
        byte[] answer = process.getInputStream().readNBytes(LONGEST_ANSWER);
        if (process.exitValue() != 0) {
            throw new KeyFileException("The program of doudi.vault.kms-command ended with status " + process.exitValue()
                    + " when asked to " + what);
        }
        try {
            return Base64.getDecoder().decode(new String(answer, StandardCharsets.US_ASCII).strip());
        } catch (IllegalArgumentException e) {
            throw new KeyFileException(
                    "The program of doudi.vault.kms-command did not answer in Base64 when asked to " + what, e);
        }
    }
}
