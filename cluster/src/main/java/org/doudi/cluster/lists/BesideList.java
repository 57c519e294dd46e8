package org.doudi.cluster.lists;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/**
 * A list of people with what else was read of it, in the same parts.
 *
 * @param people the people
 * @param parts people and the rest, part by part
 */
public record BesideList<B extends Serializable>(PeopleList people, JavaRDD<Beside.Part<B>> parts) {
    static <B extends Serializable> BesideList<B> of(
            String name, JavaRDD<Beside.Part<B>> parts, List<PeopleList.Count> counts) {
        return new BesideList<>(new PeopleList(name, parts.map(Beside.Part::people), counts), parts);
    }
}
