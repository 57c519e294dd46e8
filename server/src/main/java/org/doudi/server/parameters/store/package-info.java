/** The entered values in the database. */
@NullMarked
package org.doudi.server.parameters.store;

import org.jspecify.annotations.NullMarked;
