/** Who did what, whose data was read; hash-chained, verifiable offline. */
@ApplicationModule(allowedDependencies = {"identity", "vault"})
@NullMarked
package org.doudi.server.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
