/** Tables of re-verification. */
@NullMarked
package org.doudi.server.reverification.store;

import org.jspecify.annotations.NullMarked;
