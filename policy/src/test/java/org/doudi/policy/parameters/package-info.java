/** Tests. */
@NullMarked
package org.doudi.policy.parameters;

import org.jspecify.annotations.NullMarked;
