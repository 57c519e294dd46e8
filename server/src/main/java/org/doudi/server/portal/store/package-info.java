/** The portal's functions in the database. */
@NullMarked
package org.doudi.server.portal.store;

import org.jspecify.annotations.NullMarked;
