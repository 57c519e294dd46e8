/** Output of many machines that is whole or absent: parts in a draft, one file of them at the end, the commit marker last. */
@NullMarked
package org.doudi.cluster.output;

import org.jspecify.annotations.NullMarked;
