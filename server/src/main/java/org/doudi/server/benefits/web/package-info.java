/** Pages of money. */
@NullMarked
package org.doudi.server.benefits.web;

import org.jspecify.annotations.NullMarked;
