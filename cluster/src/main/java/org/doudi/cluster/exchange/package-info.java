/** Sends packed rows between the machines of a cluster, a few large messages instead of many small objects. */
@NullMarked
package org.doudi.cluster.exchange;

import org.jspecify.annotations.NullMarked;
