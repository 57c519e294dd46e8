package org.doudi.server.vault;

import java.nio.file.Path;
import java.util.Optional;

/** The keys in a file: one a line, readable by its owner only. */
final class KeyFile implements KeyStore {
    private final SecretFile file;

    KeyFile(Path path) {
        this.file = new SecretFile(path);
    }

    @Override
    public Optional<Keys> read() {
        return file.read().map(text -> {
            if (WrappedKeyFile.wrote(text)) {
                throw new KeyFileException("The keys in " + file + " are wrapped by a key management service:"
                        + " set doudi.vault.kms-command to the program that asks it");
            }
            return KeyText.parse(text, file.name());
        });
    }

    @Override
    public void write(Keys keys) {
        file.write(KeyText.of(keys));
    }

    @Override
    public String keepAs(String name) {
        return WrappedKeyFile.copy(file, name);
    }
}
