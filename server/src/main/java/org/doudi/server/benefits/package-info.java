/** Money: awards, monthly runs, payment files, returns, arrears and recovery, the two allowances, price subsidy. */
@ApplicationModule(
        allowedDependencies = {
            "casework",
            "casework :: path",
            "registry",
            "standards",
            "identity",
            "audit",
            "shell",
            "vault",
            "api"
        })
@NullMarked
package org.doudi.server.benefits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
