package org.doudi.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.doudi.server.identity.NewAccount;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.OfficerId;
import org.doudi.server.identity.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demonstration gives whoever tries it. */
class FirstStartTest {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("every role but the platform's own has a post, and no user name is there twice")
    void posts() {
        Set<Role> held = new HashSet<>();
        Set<String> names = new HashSet<>();
        Post.ALL.forEach(post -> {
            held.add(post.role());
            assertThat(names.add(post.username())).as(post.username()).isTrue();
        });
        Set<Role> all = new HashSet<>(Arrays.asList(Role.values()));
        all.remove(Role.SYSTEM);
        assertThat(held).isEqualTo(all);
    }

    @Test
    @DisplayName("the accounts' file has one line an account, and only its owner reads it")
    void file() throws IOException {
        Post post = Post.ALL.get(0);
        Officer officer = new Officer(new OfficerId(1), post.username(), post.name(), post.role(), post.area());
        Path file = folder.resolve("made/accounts.csv");
        AccountsFile.write(file, List.of(new NewAccount(officer, "a,\"b", "ABC234")));
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "role,department,area,username,password,totpSecret",
                        "VILLAGE_ASSISTANT,VILLAGE,210922100200,assistant,\"a,\"\"b\",ABC234");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
