/** The commands of {@code ./doudi}: thin doors on policy and linkage. */
@NullMarked
package org.doudi.cli;

import org.jspecify.annotations.NullMarked;
