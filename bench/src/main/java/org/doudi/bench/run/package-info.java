/** Runs programs, measures them and reports the figures beside the goals. */
@NullMarked
package org.doudi.bench.run;

import org.jspecify.annotations.NullMarked;
