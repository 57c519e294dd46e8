/** Tests. */
@NullMarked
package org.doudi.policy.explain;

import org.jspecify.annotations.NullMarked;
