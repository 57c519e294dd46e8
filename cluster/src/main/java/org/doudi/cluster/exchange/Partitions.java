package org.doudi.cluster.exchange;

import java.io.Serializable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.PartitionPruningRDD;
import scala.runtime.AbstractFunction1;

/** Some of the partitions of a dataset; the others are not computed. */
public final class Partitions {
    private Partitions() {}

    /** The partitions from one to another, the latter not counted; they are numbered from 0. */
    public static <T> JavaRDD<T> of(JavaRDD<T> all, int from, int to) {
        return PartitionPruningRDD.create(all.rdd(), new Between(from, to)).toJavaRDD();
    }

    /** Whether a number lies between two. */
    private static final class Between extends AbstractFunction1<Object, Object> implements Serializable {
        private final int from;
        private final int to;

        Between(int from, int to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public Object apply(Object partition) {
            return (Integer) partition >= from && (Integer) partition < to;
        }
    }
}
