/** The files that go to banks and come back from them. */
@NullMarked
package org.doudi.server.benefits.files;

import org.jspecify.annotations.NullMarked;
