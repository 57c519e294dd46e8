/** Reports of changes from village and township upward (clause 2.4-2): what happened in a family, what it would do, and who accepts it. */
@ApplicationModule(allowedDependencies = {"registry", "casework :: path", "identity", "audit", "vault", "shell"})
@NullMarked
package org.doudi.server.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
