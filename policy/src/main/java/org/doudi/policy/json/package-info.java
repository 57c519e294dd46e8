/** Households and answers as JSON Lines: one line in, one line out, errors by path, never a crash. */
@NullMarked
package org.doudi.policy.json;

import org.jspecify.annotations.NullMarked;
