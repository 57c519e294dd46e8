/** People as departments list them: id numbers, Chinese names, dates and places, packed, blocked and compared. */
@NullMarked
package org.doudi.linkage.person;

import org.jspecify.annotations.NullMarked;
