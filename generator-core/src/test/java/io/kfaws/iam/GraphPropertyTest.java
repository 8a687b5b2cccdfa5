package io.kfaws.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.kfaws.Diagnostic;
import io.kfaws.kube.Bundle;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Of some hundred installations each is right as it is, and wrong once one fact is bent. */
class GraphPropertyTest {
  private static final int SAMPLES = 300;

  /** Of those so many are bent in each way. */
  private static final int BENT = 120;

  /** So often a mutation is tried at least; not each sample has what it bends. */
  private static final int TRIED = 15;

  @Test
  void whatAgreesIsAccepted() {
    for (long seed = 0; seed < SAMPLES; seed++) {
      Sample sample = new Sample(seed);
      assertThat(findings(sample)).as("seed " + seed).isEmpty();
    }
  }

  @TestFactory
  Stream<DynamicTest> whatIsBentIsFoundByItsOwnRule() {
    return Mutation.all().map(it -> dynamicTest(it.name(), () -> isFound(it)));
  }

  private static void isFound(Mutation mutation) {
    int tried = 0;
    for (long seed = 0; seed < BENT; seed++) {
      Sample sample = new Sample(seed);
      try {
        mutation.bend().accept(sample);
      } catch (Sample.NotHere e) {
        continue; // counted below
      }
      tried++;
      List<Diagnostic> findings = findings(sample);
      Set<String> rules =
          findings.stream().map(Diagnostic::rule).collect(Collectors.toCollection(TreeSet::new));
      assertThat(rules).as("seed " + seed + ": " + findings).containsExactly(mutation.rule());
      assertThat(findings)
          .allSatisfy(it -> assertThat(it.hint()).isNotEmpty())
          .allSatisfy(it -> assertThat(it.location().source()).isNotEmpty());
    }
    assertThat(tried).isGreaterThan(TRIED);
  }

  private static List<Diagnostic> findings(Sample sample) {
    Expectations expectations = sample.expectations();
    return GraphRules.check(
        Graph.of(Bundle.of(SampleFiles.of(sample)), expectations), expectations);
  }
}
