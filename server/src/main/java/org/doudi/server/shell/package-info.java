/** Layout, navigation, errors, the office's day. */
@ApplicationModule(allowedDependencies = "identity")
@NullMarked
package org.doudi.server.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
