/** What the city and its counties enter of the parameters: proposed with its document, tried on the households, put in force by a second person. */
@ApplicationModule(allowedDependencies = {"standards", "registry", "identity", "audit", "shell"})
@NullMarked
package org.doudi.server.parameters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
