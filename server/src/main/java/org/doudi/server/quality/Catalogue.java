package org.doudi.server.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.doudi.server.identity.Role;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The rules, one file each, read when the platform starts. */
@Component
public final class Catalogue {
    private static final String FOLDER = "classpath:/org/doudi/server/quality/";
    private static final Pattern OWNER = Pattern.compile("^-- owner: (\\w+)$", Pattern.MULTILINE);
    private static final Pattern LIKE = Pattern.compile("^-- like: (.+)$", Pattern.MULTILINE);

    private static final Pattern TABLE = Pattern.compile("^-- table: (\\w+)\n", Pattern.MULTILINE);

    private final List<Rule> rules;
    private final String household;
    private final List<Table> tables;
    private final String findings;

    /** A table that the rules look at, and the query that fills it. */
    public record Table(String name, String query) {}

    Catalogue() {
        PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        try {
            rules = Arrays.stream(files.getResources(FOLDER + "rules/*.sql"))
                    .map(Catalogue::rule)
                    .sorted(Comparator.comparing(Rule::id))
                    .toList();
            household = text(files.getResource(FOLDER + "household.sql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tables = tables(household);
        findings = rules.stream()
                .map(rule -> "select '" + rule.id() + "' as rule, household, person, detail from (\n" + rule.query()
                        + "\n) " + rule.id())
                .collect(Collectors.joining("\nunion all\n"));
    }

    private static Rule rule(Resource file) {
        String name = Objects.requireNonNull(file.getFilename());
        String text = text(file);
        Matcher owner = OWNER.matcher(text);
        if (!owner.find()) {
            throw new IllegalStateException(name + " does not say whose rule it is (-- owner: ROLE)");
        }
        Matcher like = LIKE.matcher(text);
        return new Rule(
                name.substring(0, name.length() - ".sql".length()),
                Role.valueOf(owner.group(1)),
                like.find() ? like.group(1) : "",
                LIKE.matcher(OWNER.matcher(text).replaceAll("")).replaceAll("").strip());
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All rules, by id. */
    public List<Rule> rules() {
        return rules;
    }

    /** The rule of an id. */
    public Optional<Rule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** What the rules look at, to be read. */
    public String household() {
        return household;
    }

    /** What the rules look at, in the order in which it is filled. */
    public List<Table> tables() {
        return tables;
    }

    private static List<Table> tables(String household) {
        List<Table> tables = new ArrayList<>();
        List<MatchResult> heads = TABLE.matcher(household).results().toList();
        for (int i = 0; i < heads.size(); i++) {
            int end = i + 1 < heads.size() ? heads.get(i + 1).start() : household.length();
            tables.add(new Table(
                    heads.get(i).group(1),
                    household.substring(heads.get(i).end(), end).strip()));
        }
        return List.copyOf(tables);
    }

    /** All rules in one query, which answers rule, household, person and detail of each finding. */
    public String findings() {
        return findings;
    }
}
