package org.doudi.server.demo;

import java.io.PrintStream;
import java.util.Optional;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.Area;
import org.doudi.server.identity.NewAccount;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes the one account of an empty platform, and shows its one-time password on the terminal, once and nowhere else. */
@Component
@Profile("office & !demo")
final class FirstAdministrator implements ApplicationRunner {
    private final Accounts accounts;
    private final Area city;
    private final PrintStream terminal;

    @Autowired
    FirstAdministrator(Accounts accounts, @Value("${doudi.city:2109}") String city) {
        this(accounts, new Area(city), System.out);
    }

    FirstAdministrator(Accounts accounts, Area city, PrintStream terminal) {
        this.accounts = accounts;
        this.city = city;
        this.terminal = terminal;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Optional<NewAccount> first = Scope.as(
                Officer.system(city),
                () -> accounts.none() ? Optional.of(accounts.createFirstAdministrator()) : Optional.empty());
        first.ifPresent(account -> {
            terminal.println("First start. The administrator signs in with this password once, and then sets another:");
            terminal.println("  user name  " + account.officer().username());
            terminal.println("  password   " + account.password());
            terminal.flush();
        });
    }
}
