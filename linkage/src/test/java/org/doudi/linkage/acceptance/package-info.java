/** What every engine of the linkage must do: one set of tests, which each engine runs. */
@NullMarked
package org.doudi.linkage.acceptance;

import org.jspecify.annotations.NullMarked;
