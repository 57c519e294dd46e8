/** Whether what is known of households hangs together (clause 2.4-9): a catalogue of rules, what they find, a score per township and village. */
@ApplicationModule(allowedDependencies = {"matching", "registry", "identity", "audit", "shell"})
@NullMarked
package org.doudi.server.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
