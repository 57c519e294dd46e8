/** The path of a case: its steps in order, their owners and their deadlines. */
@NullMarked
package org.doudi.server.casework.path;

import org.jspecify.annotations.NullMarked;
