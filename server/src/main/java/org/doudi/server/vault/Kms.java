package org.doudi.server.vault;

/** A key management service: it encrypts a small key under one that never leaves it. */
interface Kms {
    /** Encrypts a data key. */
    byte[] wrap(byte[] key);

    /** Decrypts what {@link #wrap} made. */
    byte[] unwrap(byte[] wrapped);
}
