/** Tables of the gaps. */
@NullMarked
package org.doudi.server.matching.store;

import org.jspecify.annotations.NullMarked;
