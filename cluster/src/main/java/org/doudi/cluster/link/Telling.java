package org.doudi.cluster.link;

import java.io.Serializable;
import org.doudi.cluster.exchange.Post;

/** Tells the partitions that hold the rows what a neighbourhood decided about them. */
@FunctionalInterface
interface Telling extends Serializable {
    /** Sends what there is to tell. */
    void tell(Neighbourhood decided, Numbering numbering, Post post);
}
