/** What a first start makes: the demonstration's county and accounts, or the first administrator. */
@ApplicationModule(allowedDependencies = {"benefits", "identity", "registry"})
@NullMarked
package org.doudi.server.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
