/** Folders that a command writes as a whole or not at all, and the progress it shows meanwhile. */
@NullMarked
package org.doudi.cli.folder;

import org.jspecify.annotations.NullMarked;
