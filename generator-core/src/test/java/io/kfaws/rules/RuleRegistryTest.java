package io.kfaws.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.kfaws.Kfaws;
import io.kfaws.Rule;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every finding comes from a rule of the registry, and every rule has a case that shows it. */
class RuleRegistryTest {
  private final List<Rule> rules = Kfaws.create().rules();

  @Test
  void idsAreSortedAndStandOnce() {
    assertThat(rules)
        .extracting(Rule::id)
        .containsExactlyElementsOf(new TreeSet<>(ids(rule -> true)));
  }

  @Test
  void titlesTellRulesApart() {
    assertThat(rules).extracting(Rule::title).doesNotHaveDuplicates();
  }

  @Test
  void whatMainCodeRaisesIsRegisteredAndNothingElseIs() throws IOException {
    RuleUses uses = new RuleUses();
    assertThat(uses.unread()).isEmpty();
    assertThat(uses.packagesById().keySet()).isEqualTo(ids(rule -> true));
  }

  /** Who judges by a rule of another package would judge twice, or mean something else. */
  @Test
  void aRuleJudgesInOnePackageUnlessTheRegistrySaysWhyNot() throws IOException {
    Set<String> several =
        new RuleUses()
            .packagesById().entrySet().stream()
                .filter(use -> use.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    assertThat(several).isEqualTo(ids(rule -> rule.shared().isPresent()));
  }

  @Test
  void whatMessagesNameIsRegistered() throws IOException {
    assertThat(ids(rule -> true)).containsAll(new RuleCases().byRule().keySet());
  }

  @Test
  void eachRuleHasAMessageUnlessTheRegistrySaysWhyNot() throws IOException {
    Set<String> shown = new TreeSet<>(new RuleCases().byRule().keySet());
    assertThat(shown).isEqualTo(ids(rule -> rule.unreachable().isEmpty()));
  }

  /**
   * A message's word for its severity is one of the rule's, and each of them is shown. An import
   * warns of what it leaves behind, whatever the rule is.
   */
  @Test
  void severitiesAreThoseOfTheMessages() throws IOException {
    RuleCases cases = new RuleCases();
    for (Rule rule : rules) {
      Set<String> shown =
          cases.byRule().getOrDefault(rule.id(), List.of()).stream()
              .filter(message -> rule.area().equals("import") || !isOfImport(message))
              .map(message -> severity(message.lines().get(0)))
              .flatMap(Optional::stream)
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> known =
          rule.severities().stream()
              .map(severity -> severity.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.toCollection(TreeSet::new));
      if (!shown.isEmpty()) {
        assertThat(shown).as(rule.id()).isEqualTo(known);
      }
    }
  }

  private static boolean isOfImport(RuleCases.Shown message) {
    return message.file().toString().replace('\\', '/').contains("/import");
  }

  private static Optional<String> severity(String message) {
    return Stream.of("error", "warning")
        .filter(severity -> message.contains(": " + severity + ": "))
        .findFirst();
  }

  private Set<String> ids(Predicate<Rule> which) {
    return rules.stream()
        .filter(which)
        .map(Rule::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
