/** The pages of the parameters. */
@NullMarked
package org.doudi.server.parameters.web;

import org.jspecify.annotations.NullMarked;
