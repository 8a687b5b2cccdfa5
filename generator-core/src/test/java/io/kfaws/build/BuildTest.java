package io.kfaws.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kfaws.Proof;
import io.kfaws.RuleResult;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every overlay on every release, with every access that it can do: it builds, it is proven, and is
 * what the cell's data says beside that.
 */
class BuildTest {
  /** The reasons for skipping that were printed: Maven's own report leaves them out. */
  private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

  @TestFactory
  Stream<DynamicTest> builds() {
    Builds.startAll();
    return Builds.CELLS.stream().map(cell -> dynamicTest(cell.toString(), () -> build(cell)));
  }

  private static void build(Cell cell) throws Exception {
    require(cell);
    Proof.Overlay proof = Builds.proof(cell).overlay();
    System.out.printf(
        "kfaws build: %s: %d objects, %d things proven%n",
        cell, proof.objects(), proof.results().stream().mapToInt(RuleResult::proven).sum());
    assertThat(proof.findings()).as(cell.toString()).isEmpty();
    assertThat(CellRules.broken(Builds.of(cell))).as(cell.toString()).isEmpty();
    assertThat(proof.results())
        .filteredOn(result -> cell.readsSecrets() || !result.rule().equals("broken-secret"))
        .extracting(RuleResult::proven)
        .doesNotContain(0);
  }

  /** Skips, with the reason, where the engine or the tree is missing; in CI that is a failure. */
  static void require(Cell cell) {
    Optional<String> missing = Upstream.missing(cell.release());
    if (missing.isPresent()) {
      if (RealEngine.isRequired()) {
        fail(missing.get());
      }
      if (SAID.add(missing.get())) {
        System.out.println("kfaws build: skipped: " + missing.get());
      }
      abort(missing.get());
    }
  }
}
