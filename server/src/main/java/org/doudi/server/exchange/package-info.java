/** Lists that go from one department to another: agreements, signed deliveries, receipts, and what became of each row. */
@ApplicationModule(
        allowedDependencies = {"api", "casework :: path", "matching", "registry", "identity", "audit", "shell", "vault"
        })
@NullMarked
package org.doudi.server.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
