/** The commands of the cluster: the same as those of one machine, over parts of the same files and tables. */
@NullMarked
package org.doudi.cluster;

import org.jspecify.annotations.NullMarked;
