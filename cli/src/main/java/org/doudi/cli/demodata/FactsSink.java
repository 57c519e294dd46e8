package org.doudi.cli.demodata;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.doudi.cli.folder.FreshFolder;
import org.doudi.linkage.table.CsvListWriter;
import org.doudi.policy.Gap;
import org.doudi.policy.json.HouseholdWriter;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the households' facts, the identities of their members, and the gaps that are really there. */
final class FactsSink implements Sink {
    static final List<String> PERSON_COLUMNS =
            List.of("人编号", "户编号", "成员号", "姓名", "身份证号", "性别", "出生日期", "与户主关系", "行政村代码", "家庭住址", "联系电话");

    private final LocalDate asOf;
    private final JsonGenerator households;
    private final HouseholdWriter writer = new HouseholdWriter();
    private final CsvListWriter persons;
    private final CsvListWriter gaps;
    private final Map<Gap.Kind, Integer> gapCounts = new EnumMap<>(Gap.Kind.class);
    private int householdCount;
    private int personCount;

    FactsSink(LocalDate asOf, FreshFolder folder) throws IOException {
        this.asOf = asOf;
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(folder.file("households.jsonl")), 1 << 16);
        households = new JsonFactory().createGenerator(ObjectWriteContext.empty(), file, JsonEncoding.UTF8);
        persons = new CsvListWriter(folder.file("persons.csv"), PERSON_COLUMNS);
        gaps = new CsvListWriter(folder.file("truth/gaps.csv"), List.of("kind", "household", "person"));
    }

    @Override
    public void take(List<Family> village) throws IOException {
        for (Family family : village) {
            if (family.surveyed) {
                write(family);
            }
        }
    }

    private void write(Family family) throws IOException {
        writer.write(family.facts(asOf), households);
        households.writeRaw('\n');
        householdCount++;
        for (Person person : family.persons) {
            persons.row(
                    family.personId(person),
                    family.id,
                    person.memberId(),
                    person.name,
                    person.idNumber,
                    person.sex.word,
                    person.birth.toString(),
                    person.relation,
                    family.village.code(),
                    family.address,
                    person.phone);
            personCount++;
        }
        for (Gap gap : family.gaps) {
            gaps.row(gap.kind().name(), family.id, gap.memberId() == null ? "" : family.id + "-" + gap.memberId());
            gapCounts.merge(gap.kind(), 1, Integer::sum);
        }
    }

    int households() {
        return householdCount;
    }

    int persons() {
        return personCount;
    }

    Map<Gap.Kind, Integer> gaps() {
        return gapCounts;
    }

    @Override
    public void close() throws IOException {
        households.close();
        persons.close();
        gaps.close();
    }
}
