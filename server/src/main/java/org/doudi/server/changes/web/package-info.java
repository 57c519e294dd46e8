/** Pages of the reports. */
@NullMarked
package org.doudi.server.changes.web;

import org.jspecify.annotations.NullMarked;
