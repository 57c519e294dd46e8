/** Tests. */
@NullMarked
package org.doudi.policy.simulation;

import org.jspecify.annotations.NullMarked;
