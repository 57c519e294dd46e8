/**
 * What the public reads without signing in: the notices of a village and a county, through narrow functions of its own; and the
 * objections that the public makes to them, which become objections of the case.
 */
@ApplicationModule(allowedDependencies = {"registry", "casework", "identity", "shell"})
@NullMarked
package org.doudi.server.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
