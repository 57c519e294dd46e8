/** Pages of audit. */
@NullMarked
package org.doudi.server.audit.web;

import org.jspecify.annotations.NullMarked;
