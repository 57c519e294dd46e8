/** Divisions, persons, households, facts with two times, the rolls; the only place that makes {@code policy}'s household of stored facts. */
@ApplicationModule(allowedDependencies = {"identity", "audit", "vault", "shell", "api", "standards"})
@NullMarked
package org.doudi.server.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
