/** Compares pairs that an engine wrote with the truth that lies beside the lists. */
@NullMarked
package org.doudi.bench.score;

import org.jspecify.annotations.NullMarked;
