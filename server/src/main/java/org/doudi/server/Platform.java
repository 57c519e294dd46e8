package org.doudi.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;

/** The platform as one process. */
@Modulithic(systemName = "Doudi")
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Platform {
    /** Starts the platform with the given settings. */
    public static void main(String[] arguments) {
        SpringApplication platform = new SpringApplication(Platform.class);
        // what only a real start does, and no test's
        platform.setAdditionalProfiles("office");
        platform.addListeners(new KnownSettings(), new ReadyLine(System.out));
        platform.run(arguments);
    }
}
