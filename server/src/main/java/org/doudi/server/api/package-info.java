/** What the doors for programs share: problems, keys that make a request work once, paging, the contract. */
@ApplicationModule(allowedDependencies = "identity")
@NullMarked
package org.doudi.server.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
