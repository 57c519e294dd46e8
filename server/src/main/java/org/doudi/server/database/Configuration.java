package org.doudi.server.database;

import java.io.IOException;
import java.nio.file.Path;

/** The embedded database's configuration: safe writes, this machine only, no trust, no personal data in the log. */
final class Configuration {
    private Configuration() {}

    static void write(Path cluster, int port) throws IOException {
        OwnerFile.write(cluster.resolve("postgresql.conf"), """
                # written at each start; change the program, not this file
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                max_connections = 60
                password_encryption = 'scram-sha-256'
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                shared_buffers = 256MB
                effective_cache_size = 1GB
                work_mem = 16MB
                maintenance_work_mem = 128MB
                max_wal_size = 2GB
                random_page_cost = 1.1
                jit = off
                # DETAIL lines and parameters would carry people's data into the log
                log_error_verbosity = terse
                log_min_error_statement = panic
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0
                log_checkpoints = off
                log_line_prefix = '%%m [%%p] '
                """.formatted(port));
        OwnerFile.write(cluster.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
    }
}
