package io.kfaws.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The packages keep the rules of the architecture, and each rule catches what breaks it. */
class ArchitectureTest {
  private static final String BROKEN = "io.kfaws.architecture.violations";

  /** For each rule a class of {@value #BROKEN} that breaks it, as the report names it. */
  private static final Map<String, String> CULPRITS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("packages know each other in one direction only", "text.Circle"),
              Map.entry("the API is imported by none, its values apart", "text.Upwards"),
              Map.entry("the API's values know no package", "Diagnostic"),
              Map.entry(
                  "installation is imported by API, plan, render and imports only",
                  "validate.Nosy"),
              Map.entry("catalog is imported by API, plan and render only", "validate.Nosy"),
              Map.entry("imports is imported by the API only", "validate.Nosy"),
              Map.entry("aws depends on text alone", "aws.Traveller"),
              Map.entry("kube depends on text alone", "kube.Curious"),
              Map.entry("schema depends on text alone", "schema.Curious"),
              Map.entry("iam depends on text, aws and kube alone", "iam.Curious"),
              Map.entry("Jinjava is at home in render", "text.Tools"),
              Map.entry("networknt is at home in schema", "text.Tools"),
              Map.entry("SnakeYAML is at home in text", "validate.Nosy"),
              Map.entry("RE2 is at home in katib", "text.Tools"),
              Map.entry("JMESPath is at home in secrets", "text.Tools"),
              Map.entry("secrets depends on text and aws alone", "secrets.Gossip"),
              Map.entry("katib depends on text, schema and kube alone", "katib.Curious"),
              Map.entry("credentials depends on text alone", "credentials.Curious"),
              Map.entry("files alone writes", "text.Scribe"),
              Map.entry("prove alone starts programs", "text.Starter"),
              Map.entry("installation holds facts and their reader", "installation.Bag"),
              Map.entry("there is no clock", "text.Weather"),
              Map.entry("there is no environment", "text.Weather"),
              Map.entry("there is no chance", "text.Weather"),
              Map.entry("there is no locale", "text.Weather"),
              Map.entry("there is no console and no exit", "text.Scribe"),
              Map.entry("names say what a class is", "text.TextHelper"),
              Map.entry("fields are final", "text.TextHelper"),
              Map.entry("packages are null-marked", "text.TextHelper")));

  @TestFactory
  Stream<DynamicTest> packagesKeep() {
    JavaClasses packages =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.kfaws");
    assertThat(packages.contain("io.kfaws.Kfaws")).isTrue();
    return new Architecture("io.kfaws")
        .rules().entrySet().stream()
            .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(packages)));
  }

  @TestFactory
  Stream<DynamicTest> eachRuleCatches() {
    JavaClasses broken = new ClassFileImporter().importPackages(BROKEN);
    Map<String, ArchRule> rules = new Architecture(BROKEN).rules();
    return rules.entrySet().stream()
        .map(
            rule ->
                dynamicTest(
                    rule.getKey(),
                    () ->
                        assertThat(rule.getValue().evaluate(broken).getFailureReport().toString())
                            .contains(CULPRITS.get(rule.getKey()))));
  }

  @Test
  void everyRuleHasACulprit() {
    assertThat(CULPRITS.keySet()).isEqualTo(new Architecture(BROKEN).rules().keySet());
  }
}
