package org.doudi.cluster.lists;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/**
 * A list with what else was read of it, in the same parts.
 *
 * @param list the rows to be linked
 * @param parts rows and the rest, part by part
 */
public record BesideList<R extends Serializable, B extends Serializable>(
        PartedList<R> list, JavaRDD<Beside.Part<R, B>> parts) {
    static <R extends Serializable, B extends Serializable> BesideList<R, B> of(
            String name, JavaRDD<Beside.Part<R, B>> parts, List<PartedList.Count> counts) {
        return new BesideList<>(new PartedList<>(name, parts.map(Beside.Part::linked), counts), parts);
    }
}
