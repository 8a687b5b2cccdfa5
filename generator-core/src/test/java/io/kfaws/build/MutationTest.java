package io.kfaws.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge can fail: each way to break a build is found by the rule that is there for it. */
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
    assertThat(Judge.judge(draft.broken()))
        .as(mutation.name())
        .extracting(Finding::rule)
        .contains(mutation.rule());
  }

  /** What is found in a broken build is found because it is broken. */
  @ParameterizedTest
  @ValueSource(strings = {"irsa", "staticKeys", "staticKeys externalSecrets"})
  void thereIsNothingToFindBefore(String access) throws Exception {
    assertThat(Judge.judge(new Draft(build(access)).broken())).isEmpty();
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
    assertThat(Mutation.all()).extracting(Mutation::rule).containsAll(Judge.names());
  }
}
