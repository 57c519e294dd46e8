/** Linkage on many machines: the core's own passes, comparison, weights and assignment, each over a part of the rows. */
@NullMarked
package org.doudi.cluster.link;

import org.jspecify.annotations.NullMarked;
