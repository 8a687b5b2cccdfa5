package io.kfaws.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.kfaws.Diagnostic;
import io.kfaws.RuleResult;
import io.kfaws.prove.BuildRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way to break a build is found by the rule that is there for it. */
class MutationTest {
  @TestFactory
  Stream<DynamicTest> mutations() {
    return Mutation.all().stream()
        .map(
            mutation ->
                dynamicTest(mutation.rule() + ": " + mutation.name(), () -> find(mutation)));
  }

  private static void find(Mutation mutation) throws Exception {
    Draft draft = new Draft(build(mutation.access()));
    mutation.breaking().accept(draft);
    assertThat(broken(draft.broken())).as(mutation.name()).containsKey(mutation.rule());
  }

  /** What is found in a broken build is found because it is broken. */
  @ParameterizedTest
  @ValueSource(strings = {"irsa", "staticKeys", "staticKeys externalSecrets"})
  void thereIsNothingToFindBefore(String access) throws Exception {
    assertThat(broken(new Draft(build(access)).broken())).isEmpty();
  }

  /** Whatever an overlay tells a program, another text is found, though the same fields differ. */
  @ParameterizedTest
  @ValueSource(strings = {"irsa", "staticKeys", "staticKeys externalSecrets"})
  void whatProgramsAreToldIsKnown(String access) throws Exception {
    Case build = build(access);
    List<String> told = new ArrayList<>();
    for (Map.Entry<String, JsonNode> object : build.expected().path("changed").properties()) {
      String name = object.getKey().substring(object.getKey().indexOf(' ') + 1);
      for (Map.Entry<String, JsonNode> path : object.getValue().properties()) {
        for (JsonNode field : path.getValue()) {
          Draft draft = new Draft(build);
          if (path.getKey().endsWith(".env")) {
            draft.tell(name, field.asText(), "other");
          } else if (name.equals("pipeline-install-config")) {
            draft.object(object.getKey()).withObject("/data").put(field.asText(), "other");
          } else {
            continue; // told to no program, or in a document
          }
          told.add(field.asText());
          assertThat(broken(draft.broken()))
              .as(name + ": " + field.asText())
              .matches(it -> it.containsKey("wrong-consumer-value") || it.containsKey("hook"));
        }
      }
    }
    assertThat(told).hasSizeGreaterThan(20);
  }

  /** What the proof's rules and the cell's find, by the rule. */
  private static Map<String, List<String>> broken(Case build)
      throws ExecutionException, InterruptedException {
    Map<String, List<String>> broken = CellRules.broken(build);
    for (RuleResult result : BuildRules.validate(Builds.build(build.cell()).with(build.built()))) {
      if (!result.isPassed()) {
        broken.put(result.rule(), result.findings().stream().map(Diagnostic::toString).toList());
      }
    }
    return broken;
  }

  private static Case build(String access) throws Exception {
    Cell cell =
        Builds.CELLS.stream()
            .filter(each -> each.toString().equals("26.03 rds-s3 " + access))
            .findFirst()
            .orElseThrow();
    BuildTest.require(cell);
    return Builds.of(cell);
  }

  @Test
  void everyRuleIsMadeToFail() {
    assertThat(Mutation.all())
        .extracting(Mutation::rule)
        .containsAll(CellRules.names())
        .containsAll(BuildRules.ids());
  }
}
