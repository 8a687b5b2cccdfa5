package io.kfaws.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.kfaws.Cases;
import io.kfaws.Kfaws;
import io.kfaws.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/rules.md} is what the registry and the cases say: each rule with the message of its
 * refused case, and where that and its accepted neighbour lie.
 *
 * <p>{@code -Dkfaws.goldens=write} writes it anew.
 */
class RulesPageTest {
  private static final Path PAGE = Cases.ROOT.resolve("docs/rules.md");

  /** The areas in the order of a run, as the page calls them. */
  private static final Map<String, String> AREAS = new LinkedHashMap<>();

  static {
    AREAS.put("text", "YAML and env files");
    AREAS.put("schema", "Keys and values");
    AREAS.put("configuration", "The configuration");
    AREAS.put("credentials", "Credentials");
    AREAS.put("templates", "Templates");
    AREAS.put("bundle", "Generated files");
    AREAS.put("iam", "IAM");
    AREAS.put("secrets", "Secrets");
    AREAS.put("katib", "Katib experiments");
    AREAS.put("manifests", "Manifests of others");
    AREAS.put("files", "Writing files");
    AREAS.put("prove", "Proof");
    AREAS.put("import", "Import");
  }

  private final List<Rule> rules = Kfaws.create().rules();

  @Test
  void isWhatRegistryAndCasesSay() throws IOException {
    String page = page();
    if (Cases.WRITE) {
      Files.writeString(PAGE, page);
    }
    assertThat(page).isEqualTo(Files.readString(PAGE));
  }

  @Test
  void hasAHeadingForEachArea() {
    assertThat(rules)
        .extracting(Rule::area)
        .allSatisfy(area -> assertThat(AREAS).containsKey(area));
    assertThat(AREAS.keySet())
        .allSatisfy(area -> assertThat(rules).extracting(Rule::area).contains(area));
  }

  private String page() throws IOException {
    RuleCases cases = new RuleCases();
    Neighbours neighbours = new Neighbours();
    List<String> lines = new ArrayList<>();
    lines.add("# Rules");
    lines.add("");
    lines.add(
        "Each finding of kfaws ends with the id of the rule that it comes from, in brackets. An");
    lines.add(
        "error stops the run; a warning does not. The rules are data, `overlays/rules.yaml`, and");
    lines.add("`Kfaws.rules()` returns them. This page is written by a test: do not edit it.");
    lines.add("");
    for (Map.Entry<String, String> area : AREAS.entrySet()) {
      lines.add("- [" + area.getValue() + "](#" + anchor(area.getValue()) + ")");
      lines.add("  " + of(area.getKey()).stream().map(RulesPageTest::link).collect(joined()));
    }
    for (Map.Entry<String, String> area : AREAS.entrySet()) {
      lines.add("");
      lines.add("## " + area.getValue());
      for (Rule rule : of(area.getKey())) {
        lines.addAll(entry(rule, cases.best(rule.id()), neighbours));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(" · ");
  }

  private List<Rule> of(String area) {
    return rules.stream().filter(rule -> rule.area().equals(area)).toList();
  }

  private static String link(Rule rule) {
    return "[" + rule.id() + "](#" + rule.id() + ")";
  }

  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private static Collection<String> entry(
      Rule rule, Optional<RuleCases.Shown> shown, Neighbours neighbours) throws IOException {
    List<String> lines = new ArrayList<>();
    String severity =
        rule.severities().stream()
            .map(one -> one.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" or "));
    lines.addAll(
        List.of("", "### " + rule.id(), "", "**" + rule.title() + "** (" + severity + ")"));
    lines.addAll(List.of("", rule.about(), "", "Source: " + rule.source() + "."));
    rule.shared().ifPresent(why -> lines.addAll(List.of("", "Several parts judge by it: " + why)));
    rule.unreachable().ifPresent(why -> lines.addAll(List.of("", "No case shows it: " + why)));
    if (shown.isPresent()) {
      lines.addAll(List.of("", "```text"));
      lines.addAll(shown.get().lines());
      lines.addAll(List.of("```", ""));
      Path refused = shown.get().folder();
      lines.add("Refused: " + link(refused) + "; accepted: " + link(neighbours.of(refused)) + ".");
    }
    return lines;
  }

  private static String link(Path folder) {
    String path = folder.toString().replace('\\', '/');
    int ofRules = path.indexOf("/rules/");
    String name = path.substring(ofRules < 0 ? path.lastIndexOf('/') + 1 : ofRules + 7);
    return "[" + name + "](../" + path + ")";
  }
}
