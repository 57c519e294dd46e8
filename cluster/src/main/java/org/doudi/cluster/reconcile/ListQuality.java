package org.doudi.cluster.reconcile;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaRDD;
import org.doudi.cli.reconcile.Quality;
import org.doudi.cli.reconcile.Roll;
import org.doudi.cli.reconcile.RowCheck;
import scala.Tuple2;

/** Counts what is wrong with the lists. */
final class ListQuality {
    private ListQuality() {}

    /** Rows that name one person. */
    private record Named(long rows, long village) implements Serializable {
        Named with(Named other) {
            return new Named(rows + other.rows, village);
        }
    }

    static Quality of(JavaRDD<LinkedPart> linked) {
        Quality quality = sum(linked.map(part -> {
            Quality ofPart = new Quality();
            new RowCheck(part.persons(), ofPart).check(part.book(), part.links());
            return ofPart;
        }));
        quality.addAll(sum(linked.flatMapToPair(part -> named(part).iterator())
                .reduceByKey(Named::with)
                .map(person -> {
                    Quality ofPerson = new Quality();
                    Roll roll = Roll.valueOf(person._1()._1().toUpperCase(Locale.ROOT));
                    RowCheck.duplicates(ofPerson, roll, person._2().village, person._2().rows - 1);
                    return ofPerson;
                })));
        return quality;
    }

    private static List<Tuple2<Tuple2<String, Long>, Named>> named(LinkedPart part) {
        List<Tuple2<Tuple2<String, Long>, Named>> named = new ArrayList<>();
        for (int row = 0; row < part.links().rows(); row++) {
            int person = part.links().person(row);
            if (person >= 0) {
                var member = part.persons().named(person);
                // an enum has another hash on every machine
                Tuple2<String, Long> key = new Tuple2<>(part.book().roll().stem(), member.line());
                named.add(new Tuple2<>(key, new Named(1, member.village())));
            }
        }
        return named;
    }

    static Quality sum(JavaRDD<Quality> parts) {
        return parts.aggregate(new Quality(), ListQuality::added, ListQuality::added);
    }

    private static Quality added(Quality sum, Quality more) {
        sum.addAll(more);
        return sum;
    }
}
