/** Tables of what the rules find. */
@NullMarked
package org.doudi.server.quality.store;

import org.jspecify.annotations.NullMarked;
