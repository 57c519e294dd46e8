/** The parameters in force. */
@ApplicationModule(allowedDependencies = {"registry"})
@NullMarked
package org.doudi.server.standards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
