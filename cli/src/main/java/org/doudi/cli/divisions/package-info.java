/** The townships and villages of the city, by their public codes. */
@NullMarked
package org.doudi.cli.divisions;

import org.jspecify.annotations.NullMarked;
