/** Brings the departments' lists and the households together, and says who is missing from a roll and who is due to leave one. */
@NullMarked
package org.doudi.cli.reconcile;

import org.jspecify.annotations.NullMarked;
