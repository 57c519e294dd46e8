/** A made-up population and the lists that departments would hand over about it, with the truth beside them. */
@NullMarked
package org.doudi.cli.demodata;

import org.jspecify.annotations.NullMarked;
