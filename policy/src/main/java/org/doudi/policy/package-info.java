/** Decides everything about one household on one day, and says why by clause. */
@NullMarked
package org.doudi.policy;

import org.jspecify.annotations.NullMarked;
