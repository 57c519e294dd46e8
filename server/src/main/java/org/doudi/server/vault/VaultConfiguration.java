package org.doudi.server.vault;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Opens the vault with the keys where they are kept. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultSettings.class)
public class VaultConfiguration {
    @Bean
    KeyRing keyRing(VaultSettings settings) {
        return new KeyRing(settings);
    }

    /** Made on demand: the commands that work on the keys must not make any. */
    @Bean
    @Lazy
    Vault vault(KeyRing ring) {
        return ring.open();
    }
}
