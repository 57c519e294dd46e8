package org.doudi.cluster.peer;

import java.io.IOException;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * Links two lists in Spark SQL alone, in the shape in which such tools do it: four blocking rules as equi-joins, levels of agreement as
 * CASE expressions, fixed weights that are added up, the best partner of each row by a window. Arguments: left, right, output, master.
 */
public final class SparkSqlLink {
    private static final List<String> RULES = List.of(
            "l.idno = r.idno",
            "l.name = r.name and l.birth = r.birth",
            "l.name = r.name and l.village = r.village",
            "l.village = r.village and l.birth = r.birth");

    private SparkSqlLink() {}

    /** Runs the pipeline. */
    public static void main(String[] args) throws IOException {
        try (SparkSession spark = SparkSession.builder()
                .master(args[3])
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "localhost")
                .config("spark.sql.shuffle.partitions", "16")
                .getOrCreate()) {
            read(spark, args[0], "left_list");
            read(spark, args[1], "right_list");
            StringBuilder pairs = new StringBuilder();
            for (int rule = 0; rule < RULES.size(); rule++) {
                pairs.append(rule == 0 ? "" : " union all ")
                        .append("select l.rid lid, r.rid rid, ")
                        .append(weight())
                        .append(" weight from left_list l join right_list r on ")
                        .append(RULES.get(rule));
                for (int before = 0; before < rule; before++) {
                    pairs.append(" and not coalesce(").append(RULES.get(before)).append(", false)");
                }
            }
            spark.sql(pairs.toString()).createOrReplaceTempView("pairs");
            spark.sql("select lid leftId, rid rightId, weight from (select *,"
                            + " row_number() over (partition by lid order by weight desc, rid) rank from pairs where weight > 12)"
                            + " where rank = 1")
                    .write()
                    .option("header", true)
                    .csv(args[2]);
        }
    }

    private static void read(SparkSession spark, String file, String name) {
        spark.read().option("header", true).csv(file).createOrReplaceTempView(name + "_raw");
        spark.sql("select id rid, upper(trim(case when length(idNumber) >= 20 then substr(idNumber, 1, 18)"
                        + " when length(idNumber) = 15 then concat(substr(idNumber, 1, 6), '19', substr(idNumber, 7)) else idNumber end)) idno,"
                        + " regexp_replace(name, '[·•・‧.]', '') name, sex, birthDate birth, village, phone from " + name
                        + "_raw")
                .createOrReplaceTempView(name);
    }

    private static String weight() {
        return "(case when l.idno is null or r.idno is null then 0.0 when l.idno = r.idno then 29.0"
                + " when length(l.idno) < 18 or length(r.idno) < 18 then case when substr(l.idno, 1, 17) = substr(r.idno, 1, 17)"
                + " then 24.0 else -4.0 end when levenshtein(l.idno, r.idno) <= 1 then 22.0"
                + " when levenshtein(l.idno, r.idno) <= 2 then 14.0 else -9.0 end"
                + " + case when l.name is null or r.name is null then 0.0 when l.name = r.name then 11.0"
                + " when levenshtein(l.name, r.name) <= 1 then 4.0 when substr(l.name, 1, 1) = substr(r.name, 1, 1) then -2.5"
                + " else -6.5 end"
                + " + case when l.birth is null or r.birth is null then 0.0 when l.birth = r.birth then 13.0"
                + " when substr(l.birth, 1, 4) = substr(r.birth, 1, 4) then 1.0 else -6.0 end"
                + " + case when l.sex is null or r.sex is null then 0.0 when l.sex = r.sex then 1.0 else -5.0 end"
                + " + case when l.village is null or r.village is null then 0.0 when l.village = r.village then 9.0 else -4.0 end"
                + " + case when l.phone is null or r.phone is null then 0.0 when l.phone = r.phone then 12.0 else -1.0 end)";
    }
}
