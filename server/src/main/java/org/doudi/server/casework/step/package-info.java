/** One class a step: what its form must say before the step is done. */
@NullMarked
package org.doudi.server.casework.step;

import org.jspecify.annotations.NullMarked;
