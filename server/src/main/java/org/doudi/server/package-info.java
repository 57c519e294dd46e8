/** The platform: where it starts. */
@NullMarked
package org.doudi.server;

import org.jspecify.annotations.NullMarked;
