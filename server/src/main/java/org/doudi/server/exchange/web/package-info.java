/** The pages of the exchange. */
@NullMarked
package org.doudi.server.exchange.web;

import org.jspecify.annotations.NullMarked;
