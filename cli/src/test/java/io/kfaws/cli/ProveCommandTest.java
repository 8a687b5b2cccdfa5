package io.kfaws.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kfaws.prove.BuildRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ProveCommandTest {
  @Test
  void helpNamesEachRule() {
    List<String> help =
        List.of(new CommandLine(new ProveCommand()).getCommandSpec().usageMessage().description());
    assertThat(BuildRules.ids()).allSatisfy(rule -> named(help, rule));
    assertThat(BuildRules.idsOfGroups()).allSatisfy(rule -> named(help, rule));
  }

  private static void named(List<String> help, String rule) {
    assertThat(String.join("\n", help)).contains("(" + rule + ")");
  }
}
