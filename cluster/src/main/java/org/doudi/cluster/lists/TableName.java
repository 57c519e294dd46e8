package org.doudi.cluster.lists;

import java.io.IOException;
import java.util.Map;

/**
 * A table of a database, written {@code jdbc:…#schema.table}. The password comes from the environment, not from a command line that
 * everybody on the machine can read.
 *
 * @param url how to reach the database
 * @param table the table or view
 */
record TableName(String url, String table) {
    private static final String PASSWORD = "DOUDI_JDBC_PASSWORD";

    static boolean is(String name) {
        return name.startsWith("jdbc:");
    }

    static TableName of(String name) throws IOException {
        int hash = name.lastIndexOf('#');
        if (hash < 0 || hash == name.length() - 1) {
            throw new IOException("a table is named by jdbc:URL#TABLE; there is no #TABLE in " + shown(name));
        }
        return new TableName(name.substring(0, hash), name.substring(hash + 1));
    }

    private static String shown(String name) {
        int options = name.indexOf('?');
        return options < 0 ? name : name.substring(0, options);
    }

    Map<String, String> secrets() {
        String password = System.getenv(PASSWORD);
        return password == null ? Map.of() : Map.of("password", password);
    }
}
