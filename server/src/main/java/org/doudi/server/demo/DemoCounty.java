package org.doudi.server.demo;

import java.util.ArrayList;
import java.util.List;
import org.doudi.server.benefits.Opening;
import org.doudi.server.identity.Accounts;
import org.doudi.server.identity.NewAccount;
import org.doudi.server.identity.Officer;
import org.doudi.server.identity.Scope;
import org.doudi.server.registry.Households;
import org.doudi.server.registry.RegistryLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills the demonstration at its first start: made-up households, and an account a role. A start that was cut off is made good by the next. */
@Component
@Profile("demo")
@Order(1)
@EnableConfigurationProperties(DemoSettings.class)
final class DemoCounty implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DemoCounty.class);

    private final DemoSettings settings;
    private final Accounts accounts;
    private final Households households;
    private final RegistryLoader loader;
    private final Opening opening;
    private final TransactionTemplate transaction;

    DemoCounty(
            DemoSettings settings,
            Accounts accounts,
            Households households,
            RegistryLoader loader,
            Opening opening,
            PlatformTransactionManager transactions) {
        this.settings = settings;
        this.accounts = accounts;
        this.households = households;
        this.loader = loader;
        this.opening = opening;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean empty = Scope.as(Officer.system(Post.city()), households::count) == 0;
        if (empty) {
            LOG.info("loaded {} made-up households", loader.load(settings.folder()));
        }
        int awards = Scope.as(Officer.system(Post.city()), () -> opening.take(DibaoList.of(settings.folder())));
        if (awards > 0) {
            LOG.info("took over {} awards from the dibao roll", awards);
        }
        Scope.as(Officer.system(Post.city()), () -> {
            transaction.executeWithoutResult(status -> makeAccounts());
            return accounts;
        });
    }

    /** Inside one transaction: passwords that no file tells would be lost, so the accounts are kept only once the file is there. */
    private void makeAccounts() {
        if (!accounts.none()) {
            return;
        }
        List<NewAccount> made = new ArrayList<>();
        for (Post post : Post.ALL) {
            made.add(accounts.create(post.username(), post.name(), post.role(), post.area()));
        }
        AccountsFile.write(settings.accounts(), made);
        LOG.info("made {} accounts", made.size());
    }
}
