package org.doudi.server.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in the database tells nothing without the key file. */
class SmVaultTest {
    private static final String ID = "210922196001011234";

    @TempDir
    private Path folder;

    private KeyFile file;
    private Vault vault;

    @BeforeEach
    void open() {
        file = new KeyFile(folder.resolve("data/keys"));
        vault = new SmVault(file.readOrCreate());
    }

    @Test
    @DisplayName("a field comes back, also after a restart, and is never encrypted to the same bytes twice")
    void roundTrip() {
        byte[] once = vault.encrypt("person.id", ID);
        assertThat(vault.encrypt("person.id", ID)).isNotEqualTo(once);
        assertThat(new SmVault(file.readOrCreate()).decrypt("person.id", once)).isEqualTo(ID);
        assertThat(vault.decrypt("name", vault.encrypt("name", "张䶮"))).isEqualTo("张䶮");
        assertThat(vault.decrypt("empty", vault.encrypt("empty", ""))).isEmpty();
    }

    @Test
    @DisplayName("a field with any one bit changed cannot be read")
    void changed() {
        byte[] sealed = vault.encrypt("person.id", ID);
        for (int bit = 0; bit < sealed.length * Byte.SIZE; bit++) {
            byte[] bent = sealed.clone();
            bent[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            assertThatThrownBy(() -> vault.decrypt("person.id", bent)).isInstanceOf(UnreadableException.class);
        }
    }

    @Test
    @DisplayName("a field moved to another column, or cut short, cannot be read, and the error does not tell it")
    void moved() {
        byte[] sealed = vault.encrypt("person.id", ID);
        assertThatThrownBy(() -> vault.decrypt("person.phone", sealed))
                .isInstanceOf(UnreadableException.class)
                .hasMessageNotContaining(ID);
        assertThatThrownBy(() -> vault.decrypt("person.id", new byte[3])).isInstanceOf(UnreadableException.class);
    }

    @Test
    @DisplayName("the index is the same for the same value, and another for another value, field or key")
    void index() {
        byte[] index = vault.index("person.id", ID);
        assertThat(index).hasSize(32).isEqualTo(vault.index("person.id", ID));
        assertThat(vault.index("person.phone", ID)).isNotEqualTo(index);
        assertThat(vault.index("person.i", "d" + ID)).isNotEqualTo(index);
        assertThat(vault.index("person.id", ID.replace('4', '5'))).isNotEqualTo(index);
        Vault other = new SmVault(new KeyFile(folder.resolve("other")).readOrCreate());
        assertThat(other.index("person.id", ID)).isNotEqualTo(index);
        assertThat(vault.seal(ID.getBytes(StandardCharsets.UTF_8)))
                .hasSize(32)
                .isNotEqualTo(vault.index("", ID))
                .isNotEqualTo(other.seal(ID.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @DisplayName("the digest is HMAC-SM3 as others compute it")
    void knownDigest() {
        // checked against "openssl dgst -sm3 -mac HMAC" with the same key and text
        NavigableMap<Integer, KeyParameter> fields = new TreeMap<>();
        fields.put(1, new KeyParameter(new byte[16]));
        KeyParameter zero = new KeyParameter(new byte[32]);
        Vault known = new SmVault(new Keys(fields, zero, null, zero, new KeyParameter(new byte[16])));
        assertThat(HexFormat.of().formatHex(known.seal("abc".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("36525058ca466791502435c910517f1a7e86613d5f35ac1f18a94def0eaac81f");
    }

    @Test
    @DisplayName("during a rotation the new keys write and all are read; after it the old ones open nothing new")
    void rotation() {
        byte[] old = vault.encrypt("person.id", ID);
        Keys both = file.readOrCreate().rotatingFrom();
        Vault during = new SmVault(both.forRotation());
        byte[] anew = during.encrypt("person.id", during.decrypt("person.id", old));
        assertThat(anew[0]).isEqualTo((byte) 2);
        Vault after = new SmVault(both.rotated());
        assertThat(after.decrypt("person.id", anew)).isEqualTo(ID);
        assertThat(after.index("person.id", ID))
                .isEqualTo(during.index("person.id", ID))
                .isNotEqualTo(vault.index("person.id", ID));
        assertThatThrownBy(() -> after.decrypt("person.id", old)).hasMessageContaining("key 1");
        assertThatThrownBy(() -> vault.decrypt("person.id", anew)).hasMessageContaining("key 2");
    }

    @Test
    @DisplayName("the key file is made for its owner only, and refused when others may read it")
    void permissions() throws IOException {
        Path path = folder.resolve("data/keys");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        for (String open : new String[] {"rw-r-----", "rw----r--", "rw--w----"}) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(open));
            assertThatThrownBy(file::readOrCreate).hasMessageContaining("chmod 600");
        }
    }

    @Test
    @DisplayName("a damaged key file is told by its line, without the key")
    void damaged() throws IOException {
        Path path = folder.resolve("data/keys");
        String text = Files.readString(path);
        Files.writeString(path, text.replaceFirst("(?m)^index 1 .*$", "index 1 abc"));
        assertThatThrownBy(file::readOrCreate).hasMessageContaining("line 4").hasMessageNotContaining("abc");
        Files.writeString(path, text.replaceFirst("(?m)^seal 1 .*\n", ""));
        assertThatThrownBy(file::readOrCreate).hasMessageContaining("no key \"seal\"");
    }
}
