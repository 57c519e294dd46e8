package org.doudi.server.vault;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the vault with the keys of the key file. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultSettings.class)
class VaultConfiguration {
    @Bean
    Vault vault(VaultSettings settings) {
        return new SmVault(new KeyFile(settings.keys()).readOrCreate());
    }
}
