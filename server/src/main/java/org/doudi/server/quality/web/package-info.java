/** Pages of the findings, the scores and the catalogue. */
@NullMarked
package org.doudi.server.quality.web;

import org.jspecify.annotations.NullMarked;
