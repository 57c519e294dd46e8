/** Gaps between the rules and the rolls: found as facts change, each with an owner, a deadline and an end. */
@ApplicationModule(
        allowedDependencies = {
            "registry",
            "standards",
            "casework",
            "casework :: path",
            "identity",
            "audit",
            "shell",
            "vault"
        })
@NullMarked
package org.doudi.server.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
