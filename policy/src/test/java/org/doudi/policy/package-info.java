/** Tests. */
@NullMarked
package org.doudi.policy;

import org.jspecify.annotations.NullMarked;
