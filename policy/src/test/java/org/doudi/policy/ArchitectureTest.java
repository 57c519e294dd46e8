package org.doudi.policy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses POLICY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.doudi.policy");

    @Test
    void ARCH1_policy_needs_nothing_but_java_jspecify_jackson_core_and_snakeyaml_engine() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.doudi.policy..",
                        "java..",
                        "org.jspecify..",
                        "tools.jackson.core..",
                        "org.snakeyaml.engine..")
                .because("the law runs anywhere: command line, server, batch and cluster")
                .check(POLICY);
    }

    @Test
    void ARCH2_the_rules_know_neither_json_nor_yaml() {
        noClasses()
                .that()
                .resideInAPackage("org.doudi.policy")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "org.snakeyaml..")
                .because("facts come from anywhere")
                .check(POLICY);
    }

    @Test
    void ARCH3_packages_do_not_depend_on_each_other_in_a_circle() {
        Map<String, Set<String>> needs = new TreeMap<>();
        for (JavaClass type : POLICY) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String from = slice(type);
                String to = slice(dependency.getTargetClass());
                if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
                    needs.computeIfAbsent(from, slice -> new TreeSet<>()).add(to);
                }
            }
        }
        assertThat(needs).isNotEmpty();
        // take away what needs nothing that is left; a circle stays
        while (needs.values().removeIf(others -> others.stream().noneMatch(needs::containsKey))) {}
        assertThat(needs).isEmpty();
        noClasses()
                .that()
                .resideInAPackage("org.doudi.policy")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.doudi.policy.*..")
                .because("the root is what the others stand on")
                .check(POLICY);
    }

    /** The package right below the root that a class lies in or below; empty outside of them. */
    private static String slice(JavaClass type) {
        String name = type.getPackageName();
        String root = "org.doudi.policy.";
        return name.startsWith(root) ? name.substring(root.length()).split("\\.", -1)[0] : "";
    }
}
