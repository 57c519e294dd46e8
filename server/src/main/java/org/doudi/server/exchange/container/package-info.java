/** The files that go between departments: how they are written, signed and checked, without server and database. */
@NamedInterface("container")
@NullMarked
package org.doudi.server.exchange.container;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
