package org.doudi.cluster.reconcile;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import org.doudi.cli.reconcile.Claim;
import org.doudi.cli.reconcile.HouseholdRolls;
import org.doudi.cli.reconcile.Quality;
import org.doudi.cli.reconcile.Roll;
import org.doudi.cli.reconcile.RollFiller;
import org.doudi.cluster.exchange.Exchange;
import scala.Tuple2;

/**
 * What the lists say about some households.
 *
 * @param rolls by household
 * @param quality errors that show only when the lists meet
 */
record RollsPart(Map<String, HouseholdRolls> rolls, Quality quality) implements Serializable {
    /** A claim on its way to its household. */
    private record Addressed(String household, Claim claim) implements Serializable {}

    /** The partition that answers for a household. */
    static int partitionOf(String household, int partitions) {
        return Exchange.scattered(household.hashCode(), partitions);
    }

    /** Decides all cases and brings what they claim to the households; one part a partition. */
    static JavaRDD<RollsPart> of(JavaRDD<LinkedPart> linked, int partitions) {
        JavaPairRDD<Integer, Addressed> single = linked.filter(
                        part -> !part.book().roll().ofHouseholds())
                .flatMapToPair(part -> claims(part, partitions).iterator());
        JavaPairRDD<Integer, Addressed> cases = linked.filter(
                        part -> part.book().roll().ofHouseholds())
                .flatMapToPair(part -> part.rows().stream()
                        .map(row -> new Tuple2<>(caseOf(row, partitions), row))
                        .iterator())
                .partitionBy(new HashPartitioner(partitions))
                .mapPartitionsToPair(rows -> decide(rows, partitions));
        return single.union(cases)
                .partitionBy(new HashPartitioner(partitions))
                .mapPartitions(claims -> List.of(part(claims)).iterator())
                .persist(StorageLevel.MEMORY_AND_DISK());
    }

    private static int caseOf(LinkedRow row, int partitions) {
        String key = row.roll().stem() + " " + RollFiller.caseOf(row.row());
        return Exchange.scattered(key.hashCode(), partitions);
    }

    private static List<Tuple2<Integer, Addressed>> claims(LinkedPart part, int partitions) {
        List<Tuple2<Integer, Addressed>> claims = new ArrayList<>();
        RollFiller.fill(
                part.book(),
                part.links(),
                part.persons(),
                (household, claim) ->
                        claims.add(new Tuple2<>(partitionOf(household, partitions), new Addressed(household, claim))));
        return claims;
    }

    private static Iterator<Tuple2<Integer, Addressed>> decide(
            Iterator<Tuple2<Integer, LinkedRow>> arrived, int partitions) {
        Map<Roll, List<LinkedRow>> rows = new HashMap<>();
        arrived.forEachRemaining(row ->
                rows.computeIfAbsent(row._2().roll(), r -> new ArrayList<>()).add(row._2()));
        List<Tuple2<Integer, Addressed>> claims = new ArrayList<>();
        rows.forEach((roll, ofRoll) -> {
            ofRoll.sort(Comparator.comparingLong(row -> row.row().line()));
            claims.addAll(claims(LinkedPart.of(roll, ofRoll), partitions));
        });
        return claims.iterator();
    }

    private static RollsPart part(Iterator<Tuple2<Integer, Addressed>> arrived) {
        Map<String, List<Claim>> claims = new HashMap<>();
        arrived.forEachRemaining(claim -> claims.computeIfAbsent(claim._2().household, h -> new ArrayList<>())
                .add(claim._2().claim));
        RollsPart part = new RollsPart(new HashMap<>(), new Quality());
        claims.forEach((household, about) -> {
            about.sort(Comparator.comparing(Claim::order));
            HouseholdRolls rolls = new HouseholdRolls();
            about.forEach(claim -> rolls.take(claim, part.quality));
            part.rolls.put(household, rolls);
        });
        return part;
    }
}
