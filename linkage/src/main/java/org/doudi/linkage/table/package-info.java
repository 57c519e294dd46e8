/** Reads and writes the lists that departments hand over: csv and xlsx, with every fault named by file, line and column. */
@NullMarked
package org.doudi.linkage.table;

import org.jspecify.annotations.NullMarked;
