package org.doudi.cluster.lists;

import java.io.Serializable;

/**
 * What is read of a list.
 *
 * @param linked the rows to be linked
 * @param beside what else is read of them
 */
public record Reading<R extends Serializable, B extends Serializable>(Taking<R> linked, Beside<B> beside)
        implements Serializable {}
