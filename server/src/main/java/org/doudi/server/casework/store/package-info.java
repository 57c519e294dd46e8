/** SQL of casework. */
@NullMarked
package org.doudi.server.casework.store;

import org.jspecify.annotations.NullMarked;
