package org.doudi.server.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.doudi.linkage.Linkage;
import org.doudi.linkage.Linker;
import org.doudi.linkage.Progress;
import org.doudi.linkage.assign.Assignment;
import org.doudi.linkage.person.PersonComparison;
import org.doudi.server.identity.Role;
import org.doudi.server.matching.PairRefused.Cause;
import org.doudi.server.registry.ListImports.RowState;
import org.doudi.server.registry.ListKind;
import org.doudi.server.registry.NewPerson;
import org.doudi.server.registry.OtherTownship;
import org.doudi.server.registry.RegistryFixture;
import org.doudi.server.shell.MessageFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Rows of lists that name somebody not quite as the registry does. */
class PairsTest extends PairOffice {
    private static final OtherTownship TOWNSHIP = new OtherTownship("210921114", "47");
    private static final String HEADER = "姓名,身份证号,性别,出生日期,行政村代码,联系电话\n";

    @Autowired
    private Corrections corrections;

    @Override
    OtherTownship township() {
        return TOWNSHIP;
    }

    /** The people of the first thirty households as a department has them: every other row is wrong in some way. */
    private List<List<String>> listed() {
        List<List<String>> rows = new ArrayList<>();
        List<String[]> people = new ArrayList<>();
        for (int household = 1; household <= 30; household++) {
            people.addAll(people(household));
        }
        for (int i = 0; i < people.size(); i++) {
            String[] p = people.get(i);
            String number = p[4];
            String other = people.get((i + 1) % people.size())[4];
            String name = p[3];
            rows.add(
                    switch (i % 12) {
                        case 0 -> row(name, typo(number, 12), p, p[6]);
                        case 1 -> row(name, "", p, p[6]);
                        case 2 -> row(name, swapped(number), p, p[6]);
                        case 3 -> row(name.substring(0, name.length() - 1) + "某", number, p, p[6]);
                        case 4 -> row(name, other, p, p[6]);
                        case 5 -> row(name, "", p, "");
                        case 6 -> row(name.substring(0, 1) + "某某", typo(number, 9), p, p[6]);
                        case 8 -> row("另某" + i, number, p, p[6]);
                        case 7 -> row("生" + name, "", p, "1950-01-0" + (1 + i % 9));
                        default -> row(name, number, p, p[6]);
                    });
        }
        return rows;
    }

    private static List<String> row(String name, String number, String[] person, String birth) {
        return List.of(name, number, person[5], birth, person[8], "");
    }

    private static String typo(String number, int at) {
        char digit = (char) ('0' + (number.charAt(at) - '0' + 3) % 10);
        return number.substring(0, at) + digit + number.substring(at + 1);
    }

    private static String swapped(String number) {
        return number.substring(0, 15) + number.charAt(16) + number.charAt(15) + number.charAt(17);
    }

    /** What the engine by itself finds: by line, number of the person and weight. */
    private record Alone(
            Map<Integer, Set<String>> matches, Map<Integer, Set<String>> reviews, Set<Integer> otherName) {}

    private Alone alone(List<List<String>> rows) throws IOException {
        Path folder = Files.createTempDirectory("doudi-alone");
        Path left = folder.resolve("left.csv");
        Path right = folder.resolve("right.csv");
        List<String> lines = new ArrayList<>(List.of("编号,身份证号,姓名,性别,出生日期,行政区划代码,电话"));
        for (int i = 0; i < rows.size(); i++) {
            List<String> r = rows.get(i);
            lines.add(String.join(
                    ",", Integer.toString(i + 2), r.get(1), r.get(0), r.get(2), r.get(3), r.get(4), r.get(5)));
        }
        Files.write(left, lines);
        List<String> people = new ArrayList<>(List.of("编号,身份证号,姓名,性别,出生日期,行政区划代码,电话,户号"));
        TOWNSHIP.persons().stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(p -> people.add(String.join(",", p[4], p[4], p[3], p[5], p[6], p[8], p[10], p[1])));
        Files.write(right, people);
        Linkage linkage = new Linker(1, Progress.SILENT).link(left, right, Assignment.Shape.ONE_TO_ONE);
        Alone alone = new Alone(new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
        linkage.forEachMatch((a, b, pattern) -> {
            put(alone.matches(), linkage, a, b, pattern);
            if (!PersonComparison.namesAlike(pattern)) {
                alone.otherName().add(Integer.parseInt(linkage.left().keys().get(a)));
            }
        });
        linkage.forEachReview((a, b, pattern) -> put(alone.reviews(), linkage, a, b, pattern));
        Files.delete(left);
        Files.delete(right);
        Files.delete(folder);
        return alone;
    }

    private static void put(Map<Integer, Set<String>> to, Linkage linkage, int a, int b, int pattern) {
        int line = Integer.parseInt(linkage.left().keys().get(a));
        String person = Objects.requireNonNull(linkage.right())
                .keys()
                .get(b - linkage.ranges().rightBase());
        to.computeIfAbsent(line, k -> new TreeSet<>())
                .add("%s %.2f".formatted(person, linkage.weights().of(pattern)));
    }

    @Test
    @DisplayName(
            "1.2-1 2.4-1 the pairs of a list are those of the engine on the same data: what it is sure of is written,"
                    + " what it doubts waits, and under one number and two names people decide")
    void sameAsTheEngine() throws IOException {
        List<List<String>> rows = listed();
        Alone alone = alone(rows);
        StringBuilder text = new StringBuilder(HEADER);
        rows.forEach(r -> text.append(String.join(",", r)).append('\n'));
        long id = run(ListKind.TEKUN, text.toString());
        Map<Long, String> numbers = new TreeMap<>();
        county(() -> {
            identities.everybody(k -> numbers.put(k.person(), k.idNumber()));
            return id;
        });
        Map<Integer, Set<String>> sure = new TreeMap<>();
        Map<Integer, Set<String>> doubtful = new TreeMap<>();
        for (PairView pair : of(id)) {
            int line = Objects.requireNonNull(pair.source()).line();
            (pair.state() == PairState.SURE ? sure : doubtful)
                    .computeIfAbsent(line, k -> new TreeSet<>())
                    .add("%s %.2f".formatted(the(numbers, pair.person()), pair.weight()));
        }
        assertThat(sure).hasSizeGreaterThan(5);
        assertThat(doubtful).hasSizeGreaterThan(3);
        assertThat(alone.otherName()).isNotEmpty();
        Set<String> asRegistered = new TreeSet<>();
        TOWNSHIP.persons().forEach(p -> asRegistered.add(p.split(",", -1)[3] + p.split(",", -1)[4]));
        int held = 0;
        for (int line = 2; line < rows.size() + 2; line++) {
            boolean certain = asRegistered.contains(
                    rows.get(line - 2).get(0) + rows.get(line - 2).get(1));
            Set<String> matches = alone.matches().getOrDefault(line, Set.of());
            Set<String> reviews = alone.reviews().getOrDefault(line, Set.of());
            Set<String> both = new TreeSet<>(matches);
            both.addAll(reviews);
            boolean alike = !certain
                    && matches.size() == 1
                    && reviews.isEmpty()
                    && !alone.otherName().contains(line);
            assertThat(sure.getOrDefault(line, Set.of())).as("line " + line).isEqualTo(alike ? matches : Set.of());
            Set<String> waiting = doubtful.getOrDefault(line, Set.of());
            if (!certain && !alike && !both.isEmpty()) {
                assertThat(waiting).as("line " + line).isEqualTo(both);
            } else if (certain || alike) {
                assertThat(waiting).as("line " + line).isEmpty();
            }
            held += waiting.isEmpty() ? 0 : 1;
        }
        assertThat(county(() -> imports.get(id)).count(RowState.HELD)).isEqualTo(held);
        // the same again changes nothing
        int known = of(id).size();
        county(() -> {
            matching.link(id);
            return id;
        });
        assertThat(of(id)).hasSize(known);
    }

    @Autowired
    private RowMatching matching;

    @Test
    @DisplayName(
            "2.4-1 until a pair is decided the family stays on dibao with what it had; decided, its row is written")
    void undecided() {
        onDibao(31);
        PairView pair = doubtful(31);
        long listImport = Objects.requireNonNull(pair.source()).listImport();
        assertThat(dibao(31))
                .singleElement()
                .satisfies(e -> assertThat(e.monthlyFen()).isEqualTo(100_00));
        assertThat(county(() -> imports.missing(listImport))).isPositive();
        assertThatThrownBy(() -> county(() -> imports.leave(listImport)))
                .as("nobody leaves the roll by a list of which a row is in doubt")
                .isInstanceOf(IllegalStateException.class);
        assertThat(dibao(31)).hasSize(1);
        assertThat(decide(1, pair, Decision.SAME)).isEqualTo(PairState.CONFIRMED);
        assertThat(dibao(31))
                .singleElement()
                .satisfies(e -> assertThat(e.monthlyFen()).isEqualTo(321_00));
        assertThat(county(() -> imports.get(listImport)).count(RowState.ENTERED))
                .isEqualTo(1);
        assertThat(county(() -> pairs.steps(pair.id()))).singleElement().satisfies(s -> {
            assertThat(s.officer()).isEqualTo("白雪梅");
            assertThat(s.basis()).isEqualTo(Basis.RECORDS);
        });
    }

    @Test
    @DisplayName("2.4-1 a pair that is refused leaves the roll as it is, and its row means nobody")
    void different() {
        onDibao(32);
        PairView pair = doubtful(32);
        assertThat(decide(1, pair, Decision.DIFFERENT)).isEqualTo(PairState.REFUSED);
        long listImport = Objects.requireNonNull(pair.source()).listImport();
        assertThat(dibao(32))
                .singleElement()
                .satisfies(e -> assertThat(e.monthlyFen()).isEqualTo(100_00));
        assertThat(county(() -> imports.get(listImport)).count(RowState.NOBODY)).isEqualTo(1);
        refused(Cause.NOT_NOW, () -> decide(1, county(() -> pairs.get(pair.id())), Decision.SAME));
    }

    @Test
    @DisplayName("2.4-1 of two clerks who decide a pair at once one wins, and the other is told who")
    void atOnce() throws Exception {
        PairView pair = doubtful(33);
        ExecutorService clerks = Executors.newFixedThreadPool(2);
        try {
            List<Future<PairState>> both = new ArrayList<>();
            for (int clerk : List.of(1, 2)) {
                both.add(clerks.submit(() -> decide(clerk, pair, clerk == 1 ? Decision.SAME : Decision.DIFFERENT)));
            }
            List<PairState> done = new ArrayList<>();
            List<PairRefused> told = new ArrayList<>();
            for (Future<PairState> one : both) {
                try {
                    done.add(one.get());
                } catch (ExecutionException e) {
                    told.add((PairRefused) e.getCause());
                }
            }
            assertThat(done).containsExactly(county(() -> pairs.get(pair.id())).state());
            assertThat(told).singleElement().satisfies(t -> {
                assertThat(t.why()).isEqualTo(Cause.OVERTAKEN);
                assertThat(t.detail()).isIn("白雪梅", "王海燕");
            });
        } finally {
            clerks.shutdown();
        }
    }

    @Test
    @DisplayName("2.4-1 a row that is decided on the list's own page takes its pair off the work list")
    void elsewhere() {
        PairView pair = doubtful(34);
        var source = Objects.requireNonNull(pair.source());
        county(() -> {
            imports.decide(source.listImport(), source.row(), null);
            return pair;
        });
        assertThat(county(() -> pairs.get(pair.id())).state()).isEqualTo(PairState.ELSEWHERE);
        refused(Cause.OVERTAKEN, () -> decide(1, pair, Decision.SAME));
    }

    @Test
    @DisplayName(
            "2.4-1 a wrong number is written as the person it means, and the list's department is asked to mend it, once")
    void wrongNumber() {
        PairView same = doubtful(36);
        refused(Cause.SAME_NUMBER, () -> decide(1, same, Decision.WRONG_NUMBER));
        String[] p = people(35).get(0);
        long id = run(
                ListKind.DIBAO,
                "姓名,身份证号,行政村代码,户月保障金额\n" + p[3] + "," + NewPerson.checked("430111" + p[4].substring(6, 17)) + "," + p[8]
                        + ",321\n");
        PairView pair = of(id).get(0);
        assertThat(decide(1, pair, Decision.WRONG_NUMBER)).isEqualTo(PairState.WRONG_NUMBER);
        assertThat(dibao(35))
                .singleElement()
                .satisfies(e -> assertThat(e.monthlyFen()).isEqualTo(321_00));
        Correction correction = county(() -> corrections.list(0)).stream()
                .filter(c -> c.pair() == pair.id())
                .findFirst()
                .orElseThrow();
        assertThat(correction.proposed()).isEqualTo(people(35).get(0)[4]);
        assertThat(correction.line()).isEqualTo(2);
        assertThat(as(Role.POVERTY_OFFICER, 1, () -> corrections.list(0)))
                .as("another department's lists")
                .isEmpty();
        refused(Cause.NO_PAIR, () -> as(Role.POVERTY_OFFICER, 1, () -> pairs.get(pair.id())));
        refused(Cause.NO_PAIR, () -> RegistryFixture.as(Role.COUNTY_OFFICER, "210922", () -> pairs.get(pair.id())));
        county(() -> {
            corrections.answer(correction.id(), Correction.State.MENDED);
            return pair;
        });
        refused(
                Cause.OVERTAKEN,
                () -> county(() -> {
                    corrections.answer(correction.id(), Correction.State.DECLINED);
                    return pair;
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    @DisplayName("every code of a pair has its words")
    void words(String prefix, Enum<?>[] codes) {
        MessageFile.hasWords("matching", prefix, codes, "");
    }

    static Stream<Arguments> codes() {
        return Stream.of(
                Arguments.of("matching.pair.state.", PairState.values()),
                Arguments.of("matching.pair.became.", PairState.values()),
                Arguments.of("matching.basis.", Basis.values()),
                Arguments.of("matching.pair.ask.", PairKind.values()),
                Arguments.of("matching.correction.state.", Correction.State.values()),
                Arguments.of("matching.search.", PairSearch.State.values()),
                Arguments.of("matching.pair.refused.", Cause.values()));
    }

    @Test
    @DisplayName("every level of every field that the engine compares has its words")
    void evidence() {
        Set<String> known = MessageFile.keys("matching");
        for (var field : PersonComparison.SPACE.fields()) {
            for (int level = 1; level < field.levels().size(); level++) {
                assertThat(known).contains("matching.evidence." + field.name() + "." + level);
            }
            assertThat(known).contains("matching.field." + field.name());
        }
    }
}
