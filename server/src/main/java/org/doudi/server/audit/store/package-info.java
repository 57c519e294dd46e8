/** SQL of audit. */
@NullMarked
package org.doudi.server.audit.store;

import org.jspecify.annotations.NullMarked;
