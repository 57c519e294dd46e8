/** People who work here: departments, roles, area of duty, second factor. */
@ApplicationModule(allowedDependencies = "vault")
@NullMarked
package org.doudi.server.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
