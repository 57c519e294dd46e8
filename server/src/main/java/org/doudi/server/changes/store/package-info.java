/** Tables of the reports. */
@NullMarked
package org.doudi.server.changes.store;

import org.jspecify.annotations.NullMarked;
