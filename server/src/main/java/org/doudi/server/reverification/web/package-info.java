/** Pages of re-verification. */
@NullMarked
package org.doudi.server.reverification.web;

import org.jspecify.annotations.NullMarked;
