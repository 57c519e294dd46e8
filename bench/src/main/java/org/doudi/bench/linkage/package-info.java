/** The peers in linkage: each a program of its own, from two csv files to a csv file of pairs. */
@NullMarked
package org.doudi.bench.linkage;

import org.jspecify.annotations.NullMarked;
