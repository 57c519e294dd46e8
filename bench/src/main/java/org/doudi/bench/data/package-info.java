/** Made-up lists with known truth: the same seed gives the same bytes on every machine. */
@NullMarked
package org.doudi.bench.data;

import org.jspecify.annotations.NullMarked;
