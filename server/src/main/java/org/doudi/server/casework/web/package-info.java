/** Pages of casework. */
@NullMarked
package org.doudi.server.casework.web;

import org.jspecify.annotations.NullMarked;
