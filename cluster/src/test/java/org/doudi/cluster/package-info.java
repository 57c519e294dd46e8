@NullMarked
package org.doudi.cluster;

import org.jspecify.annotations.NullMarked;
