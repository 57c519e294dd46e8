/** Says why: the same rules run again with the trace on, as a tree in words, and what would have to change. */
@NullMarked
package org.doudi.policy.explain;

import org.jspecify.annotations.NullMarked;
