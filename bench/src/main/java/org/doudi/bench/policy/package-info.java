/** The peers in policy: the same rules written without a trace, as decision models and for a rule engine. */
@NullMarked
package org.doudi.bench.policy;

import org.jspecify.annotations.NullMarked;
