package org.doudi.server.identity;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Systems of departments that work here by themselves: clients of OAuth 2 with a part of the rights of an account. */
public interface DepartmentSystems {
    /**
     * What is registered.
     *
     * @param account the account it works as
     * @param rights what it may do, in the words of who grants them
     * @param certificate the certificate that it has to show with each request, as PEM; empty for none
     */
    record Registration(OfficerId account, String label, Set<String> rights, String certificate) {
        public Registration {
            rights = Set.copyOf(rights);
        }
    }

    /** What the department's system signs in by; the secret is shown once and kept nowhere in the clear. */
    record Credentials(String client, String secret) {}

    /**
     * A system as the security administrator sees it.
     *
     * @param bound whether it has to show its certificate
     */
    record View(
            long id,
            String client,
            OfficerId account,
            String label,
            List<String> rights,
            Binding bound,
            Instant madeAt,
            @Nullable Instant endedAt) {
        public View {
            rights = List.copyOf(rights);
        }
    }

    /** What holds a token to its system. */
    enum Binding {
        /** Who has the token has the rights. */
        NONE,
        /** The connection has to show the registered certificate. */
        CERTIFICATE
    }

    /** What a token is given by: the hexadecimal SHA-256 of the secret, and the rights that can be asked for. */
    record Client(String client, String secretDigest, Set<String> rights) {
        public Client {
            rights = Set.copyOf(rights);
        }
    }

    /** What the connection shows of a system that a token names. */
    enum Proof {
        /** What was registered, or nothing where nothing was. */
        AS_REGISTERED,
        NO_CERTIFICATE,
        OTHER_CERTIFICATE
    }

    /**
     * Whom a token names, and what it may do.
     *
     * @param proof without the right one nobody is let in
     */
    record Admitted(Officer officer, Set<String> rights, Proof proof) {
        public Admitted {
            rights = Set.copyOf(rights);
        }
    }

    /**
     * Registers a system.
     *
     * @throws AccountRefused if the account cannot have one, or something of it is not as it has to be
     */
    Credentials register(Registration registration);

    /** Ends a system and its tokens at once. */
    void end(long system);

    /** All systems, the newest first. */
    List<View> all();

    /** A system that works. */
    Optional<Client> client(String client);

    /** Keeps a token that was given to a system. */
    void keep(String token, String client, Set<String> rights, Instant expiresAt);

    /**
     * Whom a token names: the system works, its account is active, the token is not expired. A token on a connection that does not show the certificate of its
     * system is noted, for it may be stolen.
     *
     * @param shown the certificate of the connection, or null
     */
    Optional<Admitted> admitted(String token, @Nullable X509Certificate shown);
}
