package org.doudi.server.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys as they lie on the disk, for the commands that work on them; the running platform uses the {@link Vault}. */
public final class KeyRing {
    private final VaultSettings settings;

    KeyRing(VaultSettings settings) {
        this.settings = settings;
    }

    /** Whether there are keys already. */
    public boolean present() {
        return settings.store().read().isPresent();
    }

    /** The vault of the running platform; refused in the middle of a rotation. */
    Vault open() {
        Keys keys = settings.store().readOrCreate();
        if (keys.rotating()) {
            throw new KeyFileException(
                    "A rotation of the keys was begun and not ended: run \"doudi keys rotate\" again,"
                            + " which goes on where it was cut off, then start");
        }
        return new SmVault(keys);
    }

    /** Begins a rotation, or goes on with one that was cut off. */
    public Rotation rotation() {
        KeyStore store = settings.store();
        Keys keys = need(store.read());
        String kept = "retired-"
                + (keys.rotating() ? keys.fields().firstKey() : keys.fields().lastKey());
        String where = keys.rotating() ? settings.keys() + "." + kept : store.keepAs(kept);
        if (!keys.rotating()) {
            keys = keys.rotatingFrom();
            store.write(keys);
        }
        return new Rotation(store, keys, where);
    }

    /** Has open keys wrapped by the key management service. */
    public void wrap() {
        if (!(settings.store() instanceof WrappedKeyFile wrapped)) {
            throw new KeyFileException(
                    "Set doudi.vault.kms-command to the program that asks the key management service");
        }
        wrapped.write(need(new KeyFile(settings.keys()).read()));
    }

    /**
     * Encrypts everything that is written into a stream, which is whole only once it was closed.
     *
     * @param passphrase puts the keys themselves into the stream too, sealed by it; null leaves them out
     */
    public OutputStream seal(OutputStream out, @Nullable String passphrase) throws IOException {
        Keys keys = need(settings.store().read());
        byte[] kept = passphrase == null ? new byte[0] : PassphraseBox.close(KeyText.of(keys), passphrase);
        return SealedOutput.begin(out, keys.backup(), kept);
    }

    /**
     * Opens what {@link #seal} made: by the keys of a file, or by the passphrase that its keys were sealed with.
     *
     * @param file the key file, or null for the one of the settings
     */
    public Opened unseal(InputStream in, @Nullable Path file, @Nullable String passphrase) throws IOException {
        SealedInput.Head head = SealedInput.head(in);
        Optional<Keys> keys = (file == null ? settings.store() : settings.at(file)).read();
        if (file != null && keys.isEmpty()) {
            throw new KeyFileException("There is no key file " + file);
        }
        if (keys.isEmpty() && passphrase != null && head.keys().length > 0) {
            keys = Optional.of(KeyText.parse(PassphraseBox.open(head.keys(), passphrase), "the backup"));
        }
        if (keys.isEmpty()) {
            throw new KeyFileException(
                    head.keys().length > 0
                            ? "This needs the key file it was made with (--keys FILE), or the passphrase it was made"
                                    + " with in DOUDI_BACKUP_PASSPHRASE"
                            : "This needs the key file it was made with: give it by --keys FILE");
        }
        return new Opened(SealedInput.begin(in, head, keys.get().backup()), keys.get());
    }

    /** Keeps the keys that opened a backup as those of the settings; others that are there are put aside first. */
    public void adopt(Opened opened) {
        KeyStore store = settings.store();
        Optional<Keys> here = store.read();
        if (here.map(KeyText::of).equals(Optional.of(KeyText.of(opened.keys)))) {
            return;
        }
        if (here.isPresent()) {
            store.keepAs("before-" + Instant.now().toString().replace(':', '.'));
        }
        store.write(opened.keys);
    }

    private Keys need(Optional<Keys> keys) {
        return keys.orElseThrow(() -> new KeyFileException("There is no key file " + settings.keys()));
    }

    /** An opened stream, and the keys that opened it. */
    public static final class Opened {
        private final InputStream content;
        private final Keys keys;

        private Opened(InputStream content, Keys keys) {
            this.content = content;
            this.keys = keys;
        }

        /** What was sealed; throws as soon as it meets a changed, moved or missing byte. */
        public InputStream content() {
            return content;
        }

        /** Reads fields that were encrypted by the keys that opened the stream. */
        public Vault vault() {
            return new SmVault(keys.forRotation());
        }
    }

    /** A rotation under way. */
    public static final class Rotation {
        private final KeyStore store;
        private final Keys keys;
        private final String retired;

        private Rotation(KeyStore store, Keys keys, String retired) {
            this.store = store;
            this.keys = keys;
            this.retired = retired;
        }

        /** Reads by every key, writes by the new ones. */
        public Vault vault() {
            return new SmVault(keys.forRotation());
        }

        /** The number of the new key, which is the first byte of everything it encrypts. */
        public int number() {
            return keys.fields().lastKey();
        }

        /**
         * Takes the old keys out of use.
         *
         * @return where they are still kept, for backups that were made with them
         */
        public String end() {
            store.write(keys.rotated());
            return retired;
        }
    }
}
