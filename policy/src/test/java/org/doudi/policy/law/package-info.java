/** Tests. */
@NullMarked
package org.doudi.policy.law;

import org.jspecify.annotations.NullMarked;
