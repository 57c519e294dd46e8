/** A reconciliation on many machines: the lists, their rows, the members and the households each go where they are needed. */
@NullMarked
package org.doudi.cluster.reconcile;

import org.jspecify.annotations.NullMarked;
