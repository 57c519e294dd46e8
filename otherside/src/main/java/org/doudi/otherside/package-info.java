/** A poverty office's own system, which knows of the platform what the contract and the handbook say. */
@NullMarked
package org.doudi.otherside;

import org.jspecify.annotations.NullMarked;
