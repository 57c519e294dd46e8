package org.doudi.server.vault;

import java.util.Optional;

/** Where the keys are kept between starts. The key file is one place; another one asks a key management service. */
interface KeyStore {
    /** The keys, or nothing where none were made yet. */
    Optional<Keys> read();

    /** Keeps these keys instead, all of them or the ones before. */
    void write(Keys keys);

    /**
     * Keeps what is there now under another name too, for backups that were made with it.
     *
     * @return where
     */
    String keepAs(String name);

    /** Reads the keys; makes them when there are none yet. */
    default Keys readOrCreate() {
        return read().orElseGet(() -> {
            Keys fresh = Keys.fresh();
            write(fresh);
            return fresh;
        });
    }
}
