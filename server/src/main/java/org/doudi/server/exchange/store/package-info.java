/** The tables of the exchange. */
@NullMarked
package org.doudi.server.exchange.store;

import org.jspecify.annotations.NullMarked;
