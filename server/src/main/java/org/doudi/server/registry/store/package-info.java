/** SQL of registry. */
@NullMarked
package org.doudi.server.registry.store;

import org.jspecify.annotations.NullMarked;
