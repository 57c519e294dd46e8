/** The same linkage as a pipeline of Spark SQL expressions, to be measured against. */
@NullMarked
package org.doudi.cluster.peer;

import org.jspecify.annotations.NullMarked;
