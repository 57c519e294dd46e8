/** Everybody on a roll is looked at again (clauses 2.4-2, 2.4-4): calendar, visits, samples, what follows, and payment that stops when the day is missed. */
@ApplicationModule(
        allowedDependencies = {"benefits", "casework", "exchange", "registry", "standards", "identity", "audit", "shell"
        })
@NullMarked
package org.doudi.server.reverification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
