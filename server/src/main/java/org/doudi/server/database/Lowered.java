package org.doudi.server.database;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How the programs run without root's rights, which they refuse to have.
 *
 * <p>A plain user runs them as they are. Root runs them in a user namespace of their own; where the system allows none, as {@code nobody}, who then owns
 * the data and must be able to reach them.
 */
enum Lowered {
    /** As the plain user who started the platform. */
    AS_IS("", ""),
    /** Root, in a user namespace without its rights. */
    NAMESPACE("unshare -U", "root"),
    /** Root, as somebody else. */
    NOBODY("setpriv --reuid=nobody --regid=nogroup --clear-groups", "nobody");

    private static final long LONGEST_SECONDS = 10;

    private final String prefix;
    private final String owner;

    Lowered(String prefix, String owner) {
        this.prefix = prefix;
        this.owner = owner;
    }

    /** The way that this system has. */
    static Lowered here() throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return AS_IS;
        }
        if (NAMESPACE.works()) {
            return NAMESPACE;
        }
        if (NOBODY.works()) {
            return NOBODY;
        }
        throw new IOException("root cannot run PostgreSQL here: neither unshare -U nor setpriv works."
                + " Start the platform as a plain user");
    }

    private boolean works() throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(
                            Stream.concat(prefix().stream(), Stream.of("true")).toList())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            // the program is not installed
            return false;
        }
        return process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    /** What stands before a program's name. */
    List<String> prefix() {
        return prefix.isEmpty() ? List.of() : List.of(prefix.split(" ", -1));
    }

    /** Gives the data to whom the programs work as, and lets that one come to them. */
    void own(Path data, Path... what) throws IOException {
        if (this == AS_IS) {
            return;
        }
        UserPrincipal user =
                FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        if (this == NOBODY) {
            comeTo(data);
        }
        for (Path path : what) {
            if (Files.exists(path)
                    && !Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(user)) {
                give(path, user);
            }
        }
    }

    private static void give(Path tree, UserPrincipal user) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(tree)) {
            // the tree itself last: its owner tells that all of it was given
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setOwner(user);
        }
    }

    /** Others may pass through our own folder, but see nothing in it; folders above are not ours to open. */
    private static void comeTo(Path data) throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(data);
        if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
            Files.setPosixFilePermissions(data, permissions);
        }
        for (Path above = data.getParent(); above != null; above = above.getParent()) {
            if (!Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw new IOException("root runs PostgreSQL as nobody here, who cannot come through " + above
                        + ": give a --data DIR elsewhere, or start the platform as a plain user");
            }
        }
    }
}
