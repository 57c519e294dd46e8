/** Tests of reading and writing. */
@NullMarked
package org.doudi.policy.json;

import org.jspecify.annotations.NullMarked;
