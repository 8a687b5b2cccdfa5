package io.kfaws.house;

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

/** The house keeps its rules, and each rule catches who breaks it. */
class HouseTest {
  private static final String BROKEN = "io.kfaws.house.violations";

  /** For each rule a class of {@value #BROKEN} that breaks it, as the report names it. */
  private static final Map<String, String> CULPRITS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("packages know each other in one direction only", "text.Circle"),
              Map.entry("the door is imported by none", "text.Doorknob"),
              Map.entry("config is imported by door, plan, render and imports only", "check.Nosy"),
              Map.entry("catalog is imported by door, plan and render only", "check.Nosy"),
              Map.entry("imports is imported by the door only", "check.Nosy"),
              Map.entry("aws imports text only", "aws.Traveller"),
              Map.entry("identity is imported by door and plan only", "aws.Traveller"),
              Map.entry("Jinjava is at home in render", "text.Tools"),
              Map.entry("networknt is at home in check", "text.Tools"),
              Map.entry("SnakeYAML is at home in text", "check.Nosy"),
              Map.entry("RE2 is at home in katib", "text.Tools"),
              Map.entry("JMESPath is at home in secrets", "text.Tools"),
              Map.entry("secrets stands on text and aws alone", "secrets.Gossip"),
              Map.entry("katib stands on text and check alone", "katib.Curious"),
              Map.entry("credentials stands on text alone", "credentials.Curious"),
              Map.entry("files alone writes", "text.Scribe"),
              Map.entry("prove alone starts programs", "text.Starter"),
              Map.entry("config holds facts and their reader", "config.Bag"),
              Map.entry("there is no clock", "text.Weather"),
              Map.entry("there is no environment", "text.Weather"),
              Map.entry("there is no chance", "text.Weather"),
              Map.entry("there is no locale", "text.Weather"),
              Map.entry("there is no console and no exit", "text.Scribe"),
              Map.entry("names say what a class is", "text.TextHelper"),
              Map.entry("fields are final", "text.TextHelper"),
              Map.entry("packages are null-marked", "text.TextHelper")));

  @TestFactory
  Stream<DynamicTest> theHouseKeeps() {
    JavaClasses house =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.kfaws");
    assertThat(house.contain("io.kfaws.Kfaws")).isTrue();
    return new House("io.kfaws")
        .rules().entrySet().stream()
            .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(house)));
  }

  @TestFactory
  Stream<DynamicTest> eachRuleCatches() {
    JavaClasses broken = new ClassFileImporter().importPackages(BROKEN);
    Map<String, ArchRule> rules = new House(BROKEN).rules();
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
    assertThat(CULPRITS.keySet()).isEqualTo(new House(BROKEN).rules().keySet());
  }
}
