/** Finds the rows of two lists, or of one, that are the same person, and says why for every pair. */
@NullMarked
package org.doudi.linkage;

import org.jspecify.annotations.NullMarked;
