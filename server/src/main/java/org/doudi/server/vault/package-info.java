/** Keys, and the encryption of what must not lie open in the database. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.doudi.server.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
