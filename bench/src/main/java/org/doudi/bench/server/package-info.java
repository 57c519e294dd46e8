/** The platform under load: a city of households, clerks at their browsers, and a bare page beside it. */
@NullMarked
package org.doudi.bench.server;

import org.jspecify.annotations.NullMarked;
