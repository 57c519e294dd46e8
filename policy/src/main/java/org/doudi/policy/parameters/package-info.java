/** Reads, checks and resolves the dated and placed parameters: nothing without unit, source and grade gets in. */
@NullMarked
package org.doudi.policy.parameters;

import org.jspecify.annotations.NullMarked;
