package org.doudi.server.database;

/** How a database is reached, as the owner of the tables and as the running platform. */
public record Reach(String url, Login owner, Login app) {
    /** A role and its password. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }
}
