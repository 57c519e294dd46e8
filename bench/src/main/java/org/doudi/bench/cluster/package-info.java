/** The same work on Apache Spark, on one machine, and as Spark SQL. */
@NullMarked
package org.doudi.bench.cluster;

import org.jspecify.annotations.NullMarked;
