/** Records of any kind, described by a YAML schema: how their fields are read, blocked and compared. */
@NullMarked
package org.doudi.linkage.fields;

import org.jspecify.annotations.NullMarked;
