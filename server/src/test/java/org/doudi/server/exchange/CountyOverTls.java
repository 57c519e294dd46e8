package org.doudi.server.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.doudi.server.exchange.Agreement.Terms;
import org.doudi.server.exchange.Certificates.Machine;
import org.doudi.server.exchange.container.VerifyingKey;
import org.doudi.server.identity.DepartmentSystems.Credentials;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** The county that shares lists, behind TLS that ends in the platform and asks who is there. */
@ContextConfiguration(initializers = CountyOverTls.Https.class)
abstract class CountyOverTls extends SharingCounty {
    static final Certificates AUTHORITY = authority();

    @LocalServerPort
    private int port;

    private static Certificates authority() {
        try {
            return new Certificates("government network");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who signs receipts, and until when it is agreed: these tests go on for more than a year. */
    VerifyingKey receiverKey = receiver.verifying();

    @Override
    Terms terms(Set<SharedField> fields) {
        LocalDate from = today.date().withDayOfMonth(1);
        return new Terms("扶贫开发系统", "双向核对", "辽政办发〔2017〕12号", fields, receiverKey, from, from.plusMonths(18), 3, 40);
    }

    /** What a department's machine is told in its settings; its keys lie in the folder. */
    Map<String, String> settings(Path folder, Credentials system, Machine machine) throws Exception {
        AUTHORITY.trustIn(folder);
        AUTHORITY.keysIn(folder, machine);
        return Map.of(
                "address",
                address(),
                "client",
                system.client(),
                "secret",
                system.secret(),
                "county",
                COUNTY,
                "trust",
                "trust.p12",
                "certificate",
                "own.p12",
                "password",
                AUTHORITY.password);
    }

    int port() {
        return port;
    }

    String address() {
        return "https://localhost:" + port;
    }

    static final class Https implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                Path folder = Files.createTempDirectory("doudi-tls");
                TestPropertyValues.of(
                                "server.ssl.key-store=" + AUTHORITY.keysIn(folder, AUTHORITY.machine("platform")),
                                "server.ssl.key-store-password=" + AUTHORITY.password,
                                "server.ssl.trust-store=" + AUTHORITY.trustIn(folder),
                                "server.ssl.trust-store-password=" + AUTHORITY.password,
                                "server.ssl.client-auth=want",
                                "doudi.body.grace=3s")
                        .applyTo(context);
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
