/** Measures Doudi and its peers side by side in one run. */
@NullMarked
package org.doudi.bench;

import org.jspecify.annotations.NullMarked;
