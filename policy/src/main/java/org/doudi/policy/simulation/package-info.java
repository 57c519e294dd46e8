/** What a reform of parameters would do: who enters and leaves, gains and loses, and what it costs, against the baseline. */
@NullMarked
package org.doudi.policy.simulation;

import org.jspecify.annotations.NullMarked;
