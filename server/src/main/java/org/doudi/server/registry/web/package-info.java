/** Pages of registry. */
@NullMarked
package org.doudi.server.registry.web;

import org.jspecify.annotations.NullMarked;
