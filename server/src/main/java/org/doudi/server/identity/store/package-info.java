/** SQL of identity. */
@NullMarked
package org.doudi.server.identity.store;

import org.jspecify.annotations.NullMarked;
