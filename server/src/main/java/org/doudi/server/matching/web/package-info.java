/** Pages of the gaps. */
@NullMarked
package org.doudi.server.matching.web;

import org.jspecify.annotations.NullMarked;
