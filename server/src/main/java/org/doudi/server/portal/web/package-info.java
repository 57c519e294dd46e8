/** Public pages. */
@NullMarked
package org.doudi.server.portal.web;

import org.jspecify.annotations.NullMarked;
