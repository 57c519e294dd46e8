package org.doudi.policy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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
        slices().matching("org.doudi.policy.(*)..").should().beFreeOfCycles().check(POLICY);
        noClasses()
                .that()
                .resideInAPackage("org.doudi.policy")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.doudi.policy.*..")
                .because("the root is what the others stand on")
                .check(POLICY);
    }
}
