/** Writes a linkage as files that a person and a program can read, whole or not at all. */
@NullMarked
package org.doudi.linkage.output;

import org.jspecify.annotations.NullMarked;
