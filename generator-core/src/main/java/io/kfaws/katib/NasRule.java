package io.kfaws.katib;

import com.fasterxml.jackson.core.JsonPointer;
import io.kfaws.katib.NasConfig.GraphConfig;
import io.kfaws.katib.NasConfig.Operation;
import io.kfaws.text.Numbers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A nasConfig goes to an algorithm that searches architectures, and says what that needs (Katib,
 * {@code pkg/suggestion/v1beta1/nas/common/validation.py} and {@code nas/enas/service.py}).
 */
final class NasRule implements ExperimentRule {
  private static final Set<String> ARCHITECTS = Set.of("enas", "darts");
  private static final JsonPointer NAS = JsonPointer.compile("/spec/nasConfig");

  @Override
  public void validate(Experiment experiment, Findings findings) {
    ExperimentSpec spec = experiment.spec();
    String algorithm = spec.algorithm().algorithmName();
    boolean architect = ARCHITECTS.contains(algorithm);
    boolean known = AlgorithmFacts.SEARCH.containsKey(algorithm);
    if (known && architect != spec.nasConfig().isPresent()) {
      findings.warning(
          "nas-algorithm",
          SPEC.appendProperty("algorithm").appendProperty("algorithmName"),
          algorithm + (architect ? " searches a nasConfig" : " does not search a nasConfig"),
          architect
              ? "write a nasConfig, or choose another algorithm"
              : "choose enas or darts, or write parameters");
    }
    if (architect && spec.nasConfig().isPresent()) {
      NasConfig nas = spec.nasConfig().get();
      if (algorithm.equals("enas")) {
        validate(nas.graphConfig(), findings);
      }
      validate(nas.operations(), findings);
    }
  }

  private static void validate(GraphConfig graph, Findings findings) {
    JsonPointer at = NAS.appendProperty("graphConfig");
    require(graph.numLayers().isPresent(), at.appendProperty("numLayers"), findings);
    require(!graph.inputSizes().isEmpty(), at.appendProperty("inputSizes"), findings);
    require(!graph.outputSizes().isEmpty(), at.appendProperty("outputSizes"), findings);
  }

  private static void require(boolean present, JsonPointer at, Findings findings) {
    if (!present) {
      findings.warning(
          "nas-graph",
          at,
          "is missing; enas does not start without it",
          "write graphConfig: {numLayers: 8, inputSizes: [32, 32, 3], outputSizes: [10]}");
    }
  }

  private static void validate(List<Operation> operations, Findings findings) {
    for (int i = 0; i < operations.size(); i++) {
      JsonPointer at = NAS.appendProperty("operations").appendIndex(i).appendProperty("parameters");
      List<Parameter> parameters = operations.get(i).parameters();
      if (parameters.isEmpty()) {
        warn(at, "an operation has nothing to search", "add a parameter", findings);
      }
      for (int j = 0; j < parameters.size(); j++) {
        validate(parameters.get(j), at.appendIndex(j).appendProperty("feasibleSpace"), findings);
      }
    }
  }

  private static void validate(Parameter parameter, JsonPointer at, Findings findings) {
    FeasibleSpace space = parameter.feasibleSpace();
    if (!parameter.isNumber()) {
      if (space.list().isEmpty()) {
        warn(
            at.appendProperty("list"),
            "there is no value to choose",
            "write list: [\"3\", \"5\"]",
            findings);
      }
      return;
    }
    if (space.min().isEmpty() && space.max().isEmpty()) {
      warn(
          at.appendProperty("min"),
          "is missing, and so is max",
          "write min and max, in quotes",
          findings);
    }
    Optional<BigDecimal> step = space.step().flatMap(Numbers::in);
    if (parameter.parameterType() == Parameter.Type.DOUBLE
        && step.filter(width -> width.signum() > 0).isEmpty()) {
      warn(at.appendProperty("step"), "is not a width above 0", "write step: \"0.1\"", findings);
    }
  }

  private static void warn(JsonPointer at, String message, String hint, Findings findings) {
    findings.warning("nas-operation", at, message, hint);
  }
}
