/** The path of a case: its steps in order, their owners and their deadlines. */
@NamedInterface("path")
@NullMarked
package org.doudi.server.casework.path;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
