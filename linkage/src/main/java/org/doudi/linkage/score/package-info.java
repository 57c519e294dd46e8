/** Weighs what agrees and what differs between two rows (Fellegi and Sunter), with the weights learned from the lists themselves. */
@NullMarked
package org.doudi.linkage.score;

import org.jspecify.annotations.NullMarked;
