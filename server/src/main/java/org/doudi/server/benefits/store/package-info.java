/** The tables of money. */
@NullMarked
package org.doudi.server.benefits.store;

import org.jspecify.annotations.NullMarked;
