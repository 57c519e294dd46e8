/** Doudi's reconciliation of a whole city, which has no peer. */
@NullMarked
package org.doudi.bench.reconcile;

import org.jspecify.annotations.NullMarked;
