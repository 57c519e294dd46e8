/** The parameters in force. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.doudi.server.standards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
