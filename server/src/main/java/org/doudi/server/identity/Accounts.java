package org.doudi.server.identity;

import java.util.List;
import java.util.Optional;

/** The accounts of the people who work here. */
public interface Accounts {
    /** Makes an account that can sign in at once, with a random password and second factor. */
    NewAccount create(String username, String name, Role role, Area area);

    /** Makes the first system administrator of an empty platform, with a one-time password. */
    NewAccount createFirstAdministrator();

    /** Makes an account without a role; answers its one-time password. It waits for {@link #assign}. */
    String invite(String username, String name);

    /** Gives an account its role and area, and lets it in. */
    void assign(OfficerId id, Role role, Area area);

    /** Shuts an account, and ends its sessions. */
    void lock(OfficerId id);

    /** Opens a shut account again, also one shut by failed attempts. */
    void unlock(OfficerId id);

    /** Answers a new one-time password; the second factor is enrolled again at the next sign-in. */
    String reset(OfficerId id);

    /** The person of that number, if an account with a role has it. */
    Optional<Officer> byId(OfficerId id);

    /** The person of that user name, if an account with a role has it. */
    Optional<Officer> byUsername(String username);

    /** The active people of these roles whose area of duty is that area or lies inside it, by name. */
    List<Officer> inArea(Area area, Role... roles);

    /** All accounts, by user name. */
    List<Account> all();

    /** Whether nobody can sign in yet. */
    boolean none();
}
