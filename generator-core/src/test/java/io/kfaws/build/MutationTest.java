package io.kfaws.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

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
    Cell cell =
        Builds.CELLS.stream()
            .filter(each -> each.toString().equals("26.03 rds-s3 " + mutation.access()))
            .findFirst()
            .orElseThrow();
    BuildTest.require(cell);
    Draft draft = new Draft(Builds.of(cell));
    assertThat(Judge.judge(draft.broken())).as("%s before", cell).isEmpty();
    mutation.breaking().accept(draft);
    assertThat(Judge.judge(draft.broken()))
        .as(mutation.name())
        .extracting(Finding::rule)
        .contains(mutation.rule());
  }

  @Test
  void everyRuleIsMadeToFail() {
    assertThat(Mutation.all()).extracting(Mutation::rule).containsAll(Judge.names());
  }
}
