/** What a first start makes: the demonstration's county, accounts and examples of daily work, or the first administrator. */
@ApplicationModule(
        allowedDependencies = {
            "benefits",
            "changes",
            "database",
            "exchange",
            "exchange :: container",
            "identity",
            "registry",
            "reverification",
            "shell"
        })
@NullMarked
package org.doudi.server.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
