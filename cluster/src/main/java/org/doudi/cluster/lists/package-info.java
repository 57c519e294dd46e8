/** Lists and files of households, read in parts by many machines. */
@NullMarked
package org.doudi.cluster.lists;

import org.jspecify.annotations.NullMarked;
