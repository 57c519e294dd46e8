/** The files that go between departments: how they are written, signed and checked, without server and database. */
@NullMarked
package org.doudi.server.exchange.container;

import org.jspecify.annotations.NullMarked;
