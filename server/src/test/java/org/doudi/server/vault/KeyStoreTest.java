package org.doudi.server.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that a service outside wraps, and streams that only the keys open. */
class KeyStoreTest {
    /** A service as small as can be: it marks what it wraps, which is no encryption, and fails when it is told to. */
    private static final String SERVICE = """
            #!/bin/sh
            [ -e "$(dirname "$0")/down" ] && { echo secret >&2; exit 7; }
            case "$1" in
              wrap) sed 's/^/WRAP/' ;;
              unwrap) sed 's/^WRAP//' ;;
              *) exit 2 ;;
            esac
            """;

    @TempDir
    private Path folder;

    private String service() throws IOException {
        Path script = folder.resolve("kms");
        Files.writeString(script, SERVICE);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }

    @Test
    @DisplayName(
            "2.4-9 with a key management service the key file holds no key, and the same keys come back through it")
    void wrapped() throws IOException {
        Path path = folder.resolve("keys");
        VaultSettings wrapped = new VaultSettings(path, service());
        Vault vault = new KeyRing(wrapped).open();
        byte[] field = vault.encrypt("name", "张䶮");
        assertThat(new KeyRing(wrapped).open().decrypt("name", field)).isEqualTo("张䶮");
        assertThat(Files.readString(path)).contains("wrapped ").doesNotContain("field", "index", "seal", "backup 1");
        assertThatThrownBy(() -> new KeyRing(new VaultSettings(path, null)).open())
                .hasMessageContaining("doudi.vault.kms-command");

        KeyRing.Rotation rotation = new KeyRing(wrapped).rotation();
        byte[] anew = rotation.vault().encrypt("name", rotation.vault().decrypt("name", field));
        assertThat(Path.of(rotation.end())).exists();
        assertThat(new KeyRing(wrapped).open().decrypt("name", anew)).isEqualTo("张䶮");

        Files.createFile(folder.resolve("down"));
        assertThatThrownBy(() -> new KeyRing(wrapped).open())
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("status 7")
                .hasMessageNotContaining("secret");
    }

    @Test
    @DisplayName("2.4-9 open keys are wrapped on demand, and a service that cannot be asked is told")
    void wrapsOpenKeys() throws IOException {
        Path path = folder.resolve("keys");
        byte[] index = new KeyRing(new VaultSettings(path, null)).open().index("name", "甲");
        VaultSettings wrapped = new VaultSettings(path, service());
        assertThatThrownBy(() -> new KeyRing(wrapped).open()).hasMessageContaining("doudi keys wrap");
        new KeyRing(wrapped).wrap();
        assertThat(new KeyRing(wrapped).open().index("name", "甲")).isEqualTo(index);
        assertThatThrownBy(() -> new KeyRing(new VaultSettings(path, "/nowhere/kms")).open())
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("doudi.vault.kms-command");
    }

    @Test
    @DisplayName(
            "2.4-9 a sealed stream of several chunks opens; with two chunks changed over, one left out or taken from another it does not")
    void sealed() throws IOException {
        KeyRing ring = new KeyRing(new VaultSettings(folder.resolve("keys"), null));
        ring.open();
        byte[] content = new byte[3 * SealedStream.CHUNK + 5];
        new Random(1).nextBytes(content);
        byte[] sealed = seal(ring, content);
        assertThat(open(ring, sealed)).isEqualTo(content);
        assertThat(open(ring, seal(ring, new byte[0]))).isEmpty();

        int head = SealedStream.MAGIC.length + SealedStream.SALT_BYTES + Integer.BYTES + SealedStream.DIGEST_BYTES;
        int step = Integer.BYTES + SealedStream.CHUNK + SealedStream.TAG_BYTES;
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, head, swapped, head + step, step);
        System.arraycopy(sealed, head + step, swapped, head, step);
        assertThatThrownBy(() -> open(ring, swapped)).isInstanceOf(SealBrokenException.class);

        byte[] shorter = new byte[sealed.length - step];
        System.arraycopy(sealed, 0, shorter, 0, head + step);
        System.arraycopy(sealed, head + 2 * step, shorter, head + step, shorter.length - head - step);
        assertThatThrownBy(() -> open(ring, shorter)).isInstanceOf(SealBrokenException.class);

        byte[] mixed = sealed.clone();
        System.arraycopy(seal(ring, content), head, mixed, head, step);
        assertThatThrownBy(() -> open(ring, mixed)).isInstanceOf(SealBrokenException.class);

        byte[] marked = Arrays.copyOf(sealed, head + step);
        marked[head] |= (byte) 0x80;
        assertThatThrownBy(() -> open(ring, marked)).isInstanceOf(SealBrokenException.class);
    }

    @Test
    @DisplayName("2.4-9 the passphrase opens where the key file is lost, a wrong one does not, a short one is refused")
    void passphrase() throws IOException {
        KeyRing ring = new KeyRing(new VaultSettings(folder.resolve("keys"), null));
        ring.open();
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = ring.seal(sealed, "correct horse battery")) {
            out.write("甲".getBytes(StandardCharsets.UTF_8));
        }
        KeyRing elsewhere = new KeyRing(new VaultSettings(folder.resolve("elsewhere/keys"), null));
        ByteArrayInputStream in = new ByteArrayInputStream(sealed.toByteArray());
        KeyRing.Opened opened = elsewhere.unseal(in, null, "correct horse battery");
        assertThat(new String(opened.content().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("甲");
        elsewhere.adopt(opened);
        assertThat(folder.resolve("elsewhere/keys")).hasSameTextualContentAs(folder.resolve("keys"));
        KeyRing third = new KeyRing(new VaultSettings(folder.resolve("third/keys"), null));
        assertThatThrownBy(
                        () -> third.unseal(new ByteArrayInputStream(sealed.toByteArray()), null, "wrong horse battery"))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("passphrase");
        assertThatThrownBy(() -> ring.seal(new ByteArrayOutputStream(), "short"))
                .hasMessageContaining("12");
    }

    private static byte[] seal(KeyRing ring, byte[] content) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream out = ring.seal(sealed, null)) {
            out.write(content);
        }
        return sealed.toByteArray();
    }

    private static byte[] open(KeyRing ring, byte[] sealed) throws IOException {
        return ring.unseal(new ByteArrayInputStream(sealed), null, null)
                .content()
                .readAllBytes();
    }
}
