/** Households, each assessed by itself, on many machines. */
@NullMarked
package org.doudi.cluster.households;

import org.jspecify.annotations.NullMarked;
