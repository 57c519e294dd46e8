/** Brings rows that share a key together, without comparing every row with every other. */
@NullMarked
package org.doudi.linkage.block;

import org.jspecify.annotations.NullMarked;
