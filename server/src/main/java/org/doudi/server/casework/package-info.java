/** One door, one case: intake, check, survey, review meeting, notice, township review, county approval, objection. */
@ApplicationModule(allowedDependencies = {"registry", "standards", "identity", "audit", "vault", "shell", "api"})
@NullMarked
package org.doudi.server.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
