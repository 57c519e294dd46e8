/** The PostgreSQL under the platform: embedded or external, its roles, its backups. */
@ApplicationModule(allowedDependencies = {"vault"})
@NullMarked
package org.doudi.server.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
