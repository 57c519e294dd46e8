/** What the public reads without signing in: the notices of a village and a county. It reads through its own narrow functions only. */
@ApplicationModule(allowedDependencies = {"registry", "identity", "shell"})
@NullMarked
package org.doudi.server.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
