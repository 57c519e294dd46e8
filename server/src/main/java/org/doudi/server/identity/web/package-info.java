/** Pages of identity. */
@NullMarked
package org.doudi.server.identity.web;

import org.jspecify.annotations.NullMarked;
