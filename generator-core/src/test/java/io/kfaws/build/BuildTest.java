package io.kfaws.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every overlay on every release, with every access: it builds, and the judge has no findings. */
class BuildTest {
  @TestFactory
  Stream<DynamicTest> builds() {
    return Builds.CELLS.stream().map(cell -> dynamicTest(cell.toString(), () -> build(cell)));
  }

  private static void build(Cell cell) throws Exception {
    require(cell);
    Case build = Builds.of(cell);
    System.out.printf("kfaws build: %s: %d objects%n", cell, build.built().byKey().size());
    assertThat(Judge.judge(build)).as(cell.toString()).isEmpty();
  }

  /** Skips, with the reason, where the engine or the tree is missing; in CI that is a failure. */
  static void require(Cell cell) {
    Optional<String> missing = Upstream.missing(cell.release());
    if (missing.isPresent()) {
      if (Upstream.isRequired()) {
        fail(missing.get());
      }
      abort(missing.get());
    }
  }
}
