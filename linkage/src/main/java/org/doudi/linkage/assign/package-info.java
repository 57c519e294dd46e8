/** Turns weighed pairs into clusters of one person and into one-to-one matches, and holds back what is ambiguous. */
@NullMarked
package org.doudi.linkage.assign;

import org.jspecify.annotations.NullMarked;
