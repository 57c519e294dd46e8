package org.doudi.server.audit;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.doudi.server.vault.Vault;
import org.jspecify.annotations.Nullable;

/**
 * Where a chain ends.
 *
 * @param chain the chain, 0 to 15
 * @param count how many entries it has
 * @param hash the last one's hash
 * @param seal the vault's keyed digest of the others, in hex; null for a chain never written
 */
public record ChainHead(
        int chain, long count, String hash, @Nullable String seal) {
    /** How many chains there are. */
    public static final int CHAINS = 16;

    /** A sealed head. */
    public static ChainHead sealed(int chain, long count, String hash, Vault vault) {
        return new ChainHead(chain, count, hash, sealOf(chain, count, hash, vault));
    }

    /** Whether the seal is the vault's own. */
    public boolean genuine(Vault vault) {
        return seal == null
                ? count == 0 && AuditEntry.NOTHING.equals(hash)
                : sealOf(chain, count, hash, vault).equals(seal);
    }

    private static String sealOf(int chain, long count, String hash, Vault vault) {
        String text = "audit.head:" + chain + ":" + count + ":" + hash;
        return HexFormat.of().formatHex(vault.seal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
