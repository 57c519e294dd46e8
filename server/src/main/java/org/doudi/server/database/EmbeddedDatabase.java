package org.doudi.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of our own that runs beside the platform and keeps its data in one directory.
 *
 * <p>In the directory: {@code postgres} (the data), {@code postgres.passwords}, {@code postgres.port}, {@code postgres.log}, {@code lock}.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final String OWNER = "doudi";
    private static final String APP = "doudi_app";

    private final Path cluster;
    private final Programs programs;
    private final FileChannel lock;
    private final Reach reach;

    /** The directory is in use. */
    private static final class AnotherRunsException extends IOException {
        private static final long serialVersionUID = 1L;

        AnotherRunsException() {
            super("another platform is running on it");
        }
    }

    private EmbeddedDatabase(Path cluster, Programs programs, FileChannel lock, Reach reach) {
        this.cluster = cluster;
        this.programs = programs;
        this.lock = lock;
        this.reach = reach;
    }

    /** Starts it on the directory, which is made when it is not there. */
    public static EmbeddedDatabase start(Path directory) {
        try {
            return start(directory, Lowered.here());
        } catch (IOException e) {
            throw new DatabaseRefusedException("The database in " + directory + " did not start: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database in " + directory + " was starting", e);
        }
    }

    static EmbeddedDatabase start(Path directory, Lowered lowered) {
        Path data = directory.toAbsolutePath().normalize();
        FileChannel lock = null;
        try {
            if (Files.notExists(data)) {
                Files.createDirectories(
                        data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            lock = lock(data);
            return start(data, lock, lowered);
        } catch (IOException e) {
            close(lock);
            throw new DatabaseRefusedException("The database in " + data + " did not start: " + e.getMessage(), e);
        } catch (SQLException e) {
            close(lock);
            throw new DatabaseRefusedException(
                    "The database in " + data + " did not take its roles: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            close(lock);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database in " + data + " was starting", e);
        }
    }

    private static EmbeddedDatabase start(Path data, FileChannel lock, Lowered lowered)
            throws IOException, SQLException, InterruptedException {
        Programs programs =
                new Programs(Binaries.unpackedIn(cache(data, lowered)), data.resolve("postgres.output"), lowered);
        Passwords passwords = Passwords.in(data.resolve("postgres.passwords"));
        Path cluster = data.resolve("postgres");
        if (Files.notExists(cluster) && Files.exists(data.resolve(Restore.STAGE).resolve("postgres"))) {
            throw new IOException("a restore into it was cut off: run it again");
        }
        if (Files.notExists(cluster)) {
            init(programs, cluster, passwords, lowered);
        } else {
            new LeftOver(cluster, programs).clear();
        }
        int port = port(data.resolve("postgres.port"));
        Configuration.write(cluster, port);
        Path log = data.resolve("postgres.log");
        if (Files.notExists(log)) {
            OwnerFile.write(log, "");
        }
        lowered.own(data, cluster, log);
        lowered.own(data, cluster.resolve("postgresql.conf"), cluster.resolve("pg_hba.conf"));
        try {
            programs.start(cluster, log);
        } catch (IOException e) {
            throw new IOException(e.getMessage() + "; see " + log, e);
        }
        try {
            String server = "jdbc:postgresql://127.0.0.1:" + port + "/";
            prepare(server, passwords);
            return new EmbeddedDatabase(cluster, programs, lock, reach(server, passwords));
        } catch (SQLException e) {
            programs.stop(cluster);
            throw e;
        }
    }

    /** How a database is reached that a platform runs on the directory right now, or nothing when none runs. */
    static Optional<Reach> running(Path data) throws IOException {
        if (Files.notExists(data.resolve("lock"))) {
            return Optional.empty();
        }
        try {
            lock(data).close();
            return Optional.empty();
        } catch (AnotherRunsException e) {
            String port = Files.readString(data.resolve("postgres.port")).strip();
            return Optional.of(reach(
                    "jdbc:postgresql://127.0.0.1:" + port + "/", Passwords.in(data.resolve("postgres.passwords"))));
        }
    }

    private static Reach reach(String server, Passwords passwords) {
        return new Reach(
                server + OWNER, new Reach.Login(OWNER, passwords.owner()), new Reach.Login(APP, passwords.app()));
    }

    /** Where the programs are kept for all data directories of this user; beside the data where there is no home. */
    private static Path cache(Path data, Lowered lowered) {
        Path home = Path.of(System.getProperty("user.home"));
        boolean usable = lowered != Lowered.NOBODY && Files.isDirectory(home) && Files.isWritable(home);
        return usable ? home.resolve(".cache/doudi") : data;
    }

    /** Makes the data folder beside, and moves it to its place when it is whole. */
    private static void init(Programs programs, Path cluster, Passwords passwords, Lowered lowered)
            throws IOException, InterruptedException {
        Path beside = cluster.resolveSibling("postgres.making");
        Trees.delete(beside);
        Path passwordFile = cluster.resolveSibling("postgres.first-password");
        OwnerFile.write(passwordFile, passwords.superuser());
        Files.createDirectory(
                beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        lowered.own(cluster.resolveSibling(".").normalize(), beside, passwordFile);
        try {
            programs.init(beside, passwordFile);
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(beside, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The port of the last start, so that tools find it again; another one when somebody else took it. */
    private static int port(Path file) throws IOException {
        if (Files.exists(file)) {
            String kept = Files.readString(file).strip();
            if (kept.matches("\\d{4,5}") && free(Integer.parseInt(kept)) > 0) {
                return Integer.parseInt(kept);
            }
        }
        int port = free(0);
        OwnerFile.write(file, port + "\n");
        return port;
    }

    private static int free(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (java.net.BindException e) {
            return 0;
        }
    }

    private static void prepare(String server, Passwords passwords) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty("password", passwords.superuser());
        try (Connection connection = DriverManager.getConnection(server + "postgres", login);
                Statement statement = connection.createStatement()) {
            role(statement, OWNER, passwords.owner());
            role(statement, APP, passwords.app());
            if (!exists(statement, "select 1 from pg_database where datname = '" + OWNER + "'")) {
                statement.execute("create database " + OWNER + " owner " + OWNER);
                statement.execute("revoke all on database " + OWNER + " from public");
                statement.execute("grant connect, temporary on database " + OWNER + " to " + APP);
            }
        }
    }

    private static void role(Statement statement, String name, String password) throws SQLException {
        if (!exists(statement, "select 1 from pg_roles where rolname = '" + name + "'")) {
            statement.execute("create role " + name);
        }
        statement.execute("alter role " + name + " login nosuperuser nobypassrls nocreatedb nocreaterole password '"
                + password + "'");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /** One platform a directory; the operating system frees the lock of one that was killed. */
    static FileChannel lock(Path data) throws IOException {
        FileChannel channel =
                FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock held;
        try {
            held = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            held = null;
        }
        if (held == null) {
            channel.close();
            throw new AnotherRunsException();
        }
        return channel;
    }

    private static void close(@Nullable FileChannel lock) {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How it is reached. */
    public Reach reach() {
        return reach;
    }

    @Override
    public void close() {
        if (!lock.isOpen()) {
            return;
        }
        try {
            programs.stop(cluster);
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded database did not stop: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(lock);
        }
    }
}
